using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Reads a parameter from the JSON body of the request; anything else in the body is an error of the call.</summary>
internal sealed class BodyBinding : IParameterBinding
{
    public async ValueTask<object?> BindAsync(ParameterInfo parameter, Invocation invocation)
    {
        var http = invocation.GetHttpContext()
            ?? throw new InvalidOperationException($"Parameter '{parameter.Name}' of '{invocation.Function.Name}' is bound to a request body, but no request started the function.");
        return await http.Request.ReadFromJsonAsync(parameter.ParameterType, invocation.CancellationToken);
    }
}

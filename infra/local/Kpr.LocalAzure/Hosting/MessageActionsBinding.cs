using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Hands the actions for the current message to a parameter.</summary>
internal sealed class MessageActionsBinding : IParameterBinding
{
    public ValueTask<object?> BindAsync(ParameterInfo parameter, Invocation invocation) =>
        ValueTask.FromResult<object?>(invocation.Features.Get<ServiceBusMessageActions>()
            ?? throw new InvalidOperationException($"Function '{invocation.Function.Name}' takes message actions, but no message started it."));
}

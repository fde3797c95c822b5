using System.Reflection;
using Kpr.LocalAzure.Hosting;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Durable;

/// <summary>Hands the durable client to a parameter.</summary>
internal sealed class DurableClientBinding : IParameterBinding
{
    public ValueTask<object?> BindAsync(ParameterInfo parameter, Invocation invocation) => parameter.ParameterType.IsAssignableFrom(typeof(LocalDurableClient))
        ? ValueTask.FromResult<object?>(invocation.InstanceServices.GetRequiredService<LocalDurableClient>())
        : throw new InvalidOperationException($"DURABLE1002: parameter '{parameter.Name}' of '{invocation.Function.Name}' is a {parameter.ParameterType}; a durable client is a {typeof(DurableTaskClient)}.");
}

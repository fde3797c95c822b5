using Kpr.LocalAzure.Durable;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Hands a <see cref="Microsoft.DurableTask.Client.DurableTaskClient"/> to the function.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[InputConverter(typeof(DurableClientBinding))]
public sealed class DurableClientAttribute : InputBindingAttribute;

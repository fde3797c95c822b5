using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>Every five minutes: carries out what is decided about persons.</summary>
public sealed class ApplyDecisionsTrigger(ApplyDecisions apply)
{
    /// <summary>Goes on with what is not carried out.</summary>
    [Function(nameof(ApplyDecisions))]
    public Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => apply.RunAsync(cancellationToken);
}

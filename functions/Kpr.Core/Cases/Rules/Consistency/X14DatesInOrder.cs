namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X14: dates are in order.</summary>
public sealed class X14DatesInOrder() : ApplicationRule(
    "X14",
    "Prosjektslutt skal ligge fram i tid, og data slettes tidligst da.",
    "The project ends ahead in time, and data are deleted then at the earliest.",
    "Helseregisterloven § 19 a fjerde ledd")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Project is { EndsOn: { } ends } project && (ends <= facts.Day || project.DeletionOn < ends) ? [At("project.endsOn")] : [];
}

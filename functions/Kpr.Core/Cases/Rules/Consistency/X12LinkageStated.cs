namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X12: it is said whether several sources are linked.</summary>
public sealed class X12LinkageStated() : ApplicationRule(
    "X12",
    "Når det søkes om flere datakilder, skal det stå om og hvordan de kobles.",
    "Where there are several sources, it is said whether and how they are linked.",
    "Helseregisterloven § 19 c; R1")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Sources.Count > 1 && (facts.Content.Linkage is null || (facts.Content.Linkage.Linked && string.IsNullOrWhiteSpace(facts.Content.Linkage.Description))) ? [At("linkage.description")] : [];
}

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M04: a purpose in words.</summary>
public sealed class M04Purpose() : ApplicationRule(
    "M04",
    "Formålet skal være beskrevet.",
    "The purpose is described.",
    "Helseregisterloven § 19 a første ledd a",
    blocks: true)
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => string.IsNullOrWhiteSpace(facts.Content.Purpose?.Text) ? [At("purpose.text")] : [];
}

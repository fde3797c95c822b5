using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M11: how data are secured.</summary>
public sealed class M11SecurityMeasures() : ApplicationRule(
    "M11",
    "Tekniske og organisatoriske tiltak skal være beskrevet.",
    "Technical and organisational measures are described.",
    "Helseregisterloven § 19 a første ledd d")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && string.IsNullOrWhiteSpace(facts.Content.Security?.Measures) ? [At("security.measures")] : [];
}

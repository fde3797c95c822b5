using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M10: where data are stored.</summary>
public sealed class M10StoragePlace() : ApplicationRule(
    "M10",
    "Lagrings- og analysested skal være oppgitt.",
    "The place of storage and analysis is given.",
    "Helseregisterloven § 19 a første ledd d")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && string.IsNullOrWhiteSpace(facts.Content.Security?.StoragePlace) ? [At("security.storagePlace")] : [];
}

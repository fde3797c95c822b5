using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M18: the benefit to society.</summary>
public sealed class M18Benefit() : ApplicationRule(
    "M18",
    "Vesentlig samfunnsinteresse skal være beskrevet når § 19 b eller § 19 e brukes.",
    "The material interest of society is described where § 19 b or § 19 e is used.",
    "Helseregisterloven §§ 19 b og 19 e; R9")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Legal?.Route is ConfidentialityRoute.IndirectExemption or ConfidentialityRoute.Waiver && string.IsNullOrWhiteSpace(facts.Content.Purpose?.Benefit) ? [At("purpose.benefit")] : [];
}

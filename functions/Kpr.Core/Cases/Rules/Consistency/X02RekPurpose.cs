namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X02: the purpose lies within the approved one.</summary>
public sealed class X02RekPurpose() : ApplicationRule(
    "X02",
    "Formålet skal ligge innenfor det REK har godkjent.",
    "The purpose lies within the one that REK approved.",
    "Helseforskningsloven § 11; R35")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Legal?.Rek is { CoversPurpose: false } ? [At("legal.rek.coversPurpose")] : [];
}

namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X01: the approval by REK has not expired.</summary>
public sealed class X01RekExpired() : ApplicationRule(
    "X01",
    "REK-godkjenningen skal ikke være utløpt eller datert i framtiden.",
    "The approval of REK has not expired and is not dated in the future.",
    "Helseforskningsloven § 9; R14")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Legal?.Rek is { } rek && (rek.ExpiresOn < facts.Day || rek.DecidedOn > facts.Day) ? [At("legal.rek.expiresOn")] : [];
}

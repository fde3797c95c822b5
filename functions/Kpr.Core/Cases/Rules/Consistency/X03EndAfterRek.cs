namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X03: the project does not outlast the approval.</summary>
public sealed class X03EndAfterRek() : ApplicationRule(
    "X03",
    "Prosjektslutt skal ikke være etter REK-godkjenningens sluttdato.",
    "The project does not end after the approval of REK.",
    "Helseforskningsloven § 11; R35")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Legal?.Rek?.ExpiresOn is { } rekEnds && facts.Content.Project?.EndsOn > rekEnds ? [At("project.endsOn")] : [];
}

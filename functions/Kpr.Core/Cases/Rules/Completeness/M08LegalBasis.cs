using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M08: a ground under GDPR Art. 6 and 9.</summary>
public sealed class M08LegalBasis() : ApplicationRule(
    "M08",
    "Behandlingsgrunnlag etter personvernforordningen artikkel 6 og 9 skal være oppgitt.",
    "Grounds under GDPR Art. 6 and 9 are given.",
    "Helseregisterloven § 19 a første ledd b; R7")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && (string.IsNullOrWhiteSpace(facts.Content.Legal?.Article6) || string.IsNullOrWhiteSpace(facts.Content.Legal.Article9)) ? [At("legal.article9")] : [];
}

using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M09: an impact assessment, or why there is none.</summary>
public sealed class M09Dpia() : ApplicationRule(
    "M09",
    "Personvernkonsekvensvurdering skal være vedlagt, eller det skal stå hvorfor den ikke trengs.",
    "An impact assessment is attached, or the reason why there is none.",
    "Personvernforordningen artikkel 35; søknadsskjemaet, felt 24")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Legal?.DpiaAttachment is null && string.IsNullOrWhiteSpace(facts.Content.Legal?.NoDpiaReason) ? [At("legal.dpiaAttachment")] : [];
}

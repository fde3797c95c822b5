using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M19: agreements with processors.</summary>
public sealed class M19ProcessorAgreement() : ApplicationRule(
    "M19",
    "Databehandleravtale skal være vedlagt for hver databehandler.",
    "The agreement with every data processor is attached.",
    "Personvernforordningen artikkel 28; søknadsskjemaet, felt 6")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.Statistics ? [] :
        from processor in facts.Content.Parties?.Processors ?? []
        where processor.AgreementAttachment is null || !facts.HasAttachment(processor.AgreementAttachment)
        select At($"parties.processors:{processor.Name}");
}

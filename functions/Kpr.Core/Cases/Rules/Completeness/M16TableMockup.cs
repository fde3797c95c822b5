using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M16: a mock-up of the tables.</summary>
public sealed class M16TableMockup() : ApplicationRule(
    "M16",
    "Tabelloppsett skal være vedlagt søknad om statistikk.",
    "A mock-up of the tables is attached to an application for statistics.",
    "Helsedata.no, Anonyme opplysninger; søknadsskjemaet, felt 16")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.Statistics && facts.Content.Sources?.TableMockup is null ? [At("sources.tableMockup")] : [];
}

using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M15: the end of the project and of the data.</summary>
public sealed class M15Ends() : ApplicationRule(
    "M15",
    "Prosjektslutt og dato for sletting eller anonymisering skal være oppgitt.",
    "The end of the project and the date of deletion are given.",
    "Helseregisterloven § 19 a fjerde ledd; søknadsskjemaet, felt 27")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Project is null or { EndsOn: null } or { DeletionOn: null } ? [At("project.endsOn")] : [];
}

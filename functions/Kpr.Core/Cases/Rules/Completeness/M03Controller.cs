using Kpr.Core.Cases.Content;
using Kpr.Core.Identity;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M03: a data controller with organisation number.</summary>
public sealed class M03Controller() : ApplicationRule(
    "M03",
    "Dataansvarlig med gyldig organisasjonsnummer og prosjektleder skal være oppgitt.",
    "Data controller with a valid organisation number, and project leader, are given.",
    "Søknadsskjemaet, felt 3–4",
    blocks: true)
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && (facts.Content.Parties?.Controller?.OrganisationNumber is not { } number || !OrganisationNumber.IsValid(number) || facts.Content.Parties.ProjectLeader is null) ? [At("parties.controller")] : [];
}

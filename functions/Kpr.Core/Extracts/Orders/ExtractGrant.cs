using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Extracts.Orders;

/// <summary>What a case allows to be extracted of the register today.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order.</param>
/// <param name="DecisionVersion">The decision in force, which the order carries out.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Variables">The variables (id of the catalogue), each with the coarser form that was promised; null for none.</param>
/// <param name="EndsOn">Last day on which the data may be used; null where the decision has none.</param>
/// <param name="DeletionOn">Last day for their deletion; null where the decision has none.</param>
/// <param name="Recipients">Names of those with access, confirmed by the data controller.</param>
public sealed record ExtractGrant(
    string Case, string Order, int DecisionVersion, DateOnly From, DateOnly To, IReadOnlyDictionary<string, string?> Variables, DateOnly? EndsOn, DateOnly? DeletionOn,
    IReadOnlyList<string> Recipients)
{
    /// <summary>The serial numbers of the linkage that data are delivered under; null where they go straight to the applicant.</summary>
    public string? KeyBatch { get; init; }

    /// <summary>What a case allows today for a register's order.</summary>
    /// <param name="state">The case.</param>
    /// <param name="order">Id of the order.</param>
    /// <param name="grant">What it allows.</param>
    /// <returns>Why it allows nothing, in Norwegian; null when it does.</returns>
    public static ExtractFault? Of(CaseState state, string order, out ExtractGrant? grant)
    {
        grant = null;
        if (state.Kind != ApplicationKind.PersonLevel)
        {
            return new ExtractFault("Saken gjelder ikke data på personnivå.");
        }

        if (state.Decision is not { Grants: true } decision)
        {
            return new ExtractFault("Saken har ikke noe vedtak som gir tilgang til data.");
        }

        if (state.Suspended is not null)
        {
            return new ExtractFault("Vedtaket er gitt utsatt virkning. Ingenting kan trekkes ut før det er avgjort.");
        }

        if (state.Phase is not (Phase.Fulfilment or Phase.Active or Phase.Expiring))
        {
            return new ExtractFault("Vedtaket gjelder ikke nå: saken står ikke slik at data kan leveres.");
        }

        if (state.FindOrder(order) is not { } placed)
        {
            return new ExtractFault($"Saken har ingen bestilling «{order}».");
        }

        if (placed.DecisionVersion != decision.Version || !decision.Sources.Contains(placed.Register))
        {
            return new ExtractFault($"Bestillingen «{order}» gjelder versjon {placed.DecisionVersion} av vedtaket; nå gjelder versjon {decision.Version}.");
        }

        if (placed.State is not (OrderState.Extracting or OrderState.QualityCheck))
        {
            return new ExtractFault($"Bestillingen «{order}» er ikke under uttrekk.");
        }

        if (placed.ViaLinker && state.Linkage?.KeyBatch is null)
        {
            return new ExtractFault($"Bestillingen «{order}» går til den som kobler, og løpenumrene er ikke utstedt ennå.");
        }

        if (state.Content.Sources?.Sources.FirstOrDefault(source => source.Register == placed.Register) is not { } source)
        {
            return new ExtractFault($"Søknaden ber ikke om data fra registeret «{placed.Register}».");
        }

        IReadOnlyList<string> recipients = [.. state.Content.People?.Persons.Where(person => person.ConfirmedByController).Select(person => person.Name) ?? []];
        if (recipients.Count == 0)
        {
            return new ExtractFault("Ingen av dem som skal ha tilgang, er bekreftet av dataansvarlig.");
        }

        grant = new ExtractGrant(
            state.Id, order, decision.Version, source.From, source.To,
            source.Variables.Where(variable => !variable.DirectIdentifier).DistinctBy(variable => variable.Id).ToDictionary(variable => variable.Id, PromisedForm, StringComparer.Ordinal),
            state.Permit?.EndsOn ?? decision.EndsOn, decision.DeletionOn, recipients)
        {
            KeyBatch = placed.ViaLinker ? state.Linkage!.KeyBatch : null,
        };
        return null;
    }

    // What the applicant wrote about coarser forms is a promise where it names one of the catalogue's, and else a remark.
    private static string? PromisedForm(RequestedVariable variable) =>
        variable.CoarserForm?.Trim() is { Length: > 0 } form && VariableCatalogue.Find(variable.Id) is { } known
            ? known.Coarser.FirstOrDefault(one => one.Equals(form, StringComparison.OrdinalIgnoreCase))
            : null;
}

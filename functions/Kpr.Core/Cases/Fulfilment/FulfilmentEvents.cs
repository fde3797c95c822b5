namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Orders went out.</summary>
[Event("orders-dispatched", "Bestillinger sendt til registrene", "Orders dispatched")]
public sealed record OrdersDispatched(int DecisionVersion, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase.Fulfilment };
}

/// <summary>The applicant has all data that will come, and may use them until a day.</summary>
[Event("data-in-use", "Data er i bruk", "Data are in use")]
public sealed record DataInUse(DateOnly EndsOn) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Phase = Phase.Active, Permit = state.Permit is { } permit ? permit with { EndsOn = EndsOn } : new Permit(EndsOn, []) };
}

/// <summary>No order led to data.</summary>
[Event("fulfilment-failed", "Ingen data kunne leveres", "No data could be delivered")]
public sealed record FulfilmentFailed : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase.Failed };
}

/// <summary>An entry in the ledger of disclosures (utleveringsoversikt), kept ten years at least: helseregisterloven § 19 h; R33.</summary>
[Event("disclosure-entered", "Utlevering ført", "Disclosure entered")]
public sealed record DisclosureEntered(string Register, string Recipient, string LegalBasis, DateOnly On, DateOnly KeptUntil) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>A disclosure is marked: its decision was annulled, or the data were wrong. The entry stays.</summary>
[Event("disclosure-marked", "Utlevering merket", "Disclosure marked")]
public sealed record DisclosureMarked(string Order, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>Access to the analysis room must be taken back.</summary>
[Event("access-withdrawal-ordered", "Tilgangen til data trekkes tilbake", "Access to the data is taken back")]
public sealed record AccessWithdrawalOrdered(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>The list of persons with access changed.</summary>
[Event("persons-changed", "Listen over personer med tilgang ble endret", "The list of persons with access changed")]
public sealed record PersonsChanged(Content.PeopleSection People) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Content = state.Content with { People = People } };
}

/// <summary>A notice of the coming end went out.</summary>
[Event("expiry-noticed", "Varsel om utløp sendt", "Notice of expiry sent")]
public sealed record ExpiryNoticed(int DaysBefore, DateOnly EndsOn) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = state.Phase == Phase.Active ? Phase.Expiring : state.Phase,
        Permit = state.Permit! with { NoticesSent = state.Permit.NoticesSent.Plus(DaysBefore) },
    };
}

/// <summary>The applicant asked for more time.</summary>
[Event("extension-requested", "Søker ba om forlengelse", "Extension requested")]
public sealed record ExtensionRequested(DateOnly Until, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Permit = state.Permit! with { RequestedUntil = Until } };
}

/// <summary>More time was given.</summary>
[Event("extension-granted", "Forlengelse innvilget", "Extension granted")]
public sealed record ExtensionGranted(DateOnly Until) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.Active,
        Permit = state.Permit! with { EndsOn = Until, Extensions = state.Permit.Extensions + 1, RequestedUntil = null, NoticesSent = [] },
    };
}

/// <summary>More time was not given.</summary>
[Event("extension-refused", "Forlengelse avslått", "Extension refused")]
public sealed record ExtensionRefused(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Permit = state.Permit! with { RequestedUntil = null } };
}

/// <summary>Data must be deleted.</summary>
[Event("deletion-demanded", "Sletting kreves", "Deletion demanded")]
public sealed record DeletionDemanded(string Reason, DateOnly DueOn) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        // A revoked case stays revoked; its data are deleted all the same.
        Phase = state.Phase == Phase.Revoked ? Phase.Revoked : Phase.DeletionDue,
        Permit = state.Permit ?? new Permit(DueOn, []),
    };
}

/// <summary>A deletion that is not attested was escalated.</summary>
[Event("deletion-escalated", "Manglende sletting er tatt opp", "Missing deletion escalated")]
public sealed record DeletionEscalated(int Level) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Permit = state.Permit! with { Escalations = Level } };
}

/// <summary>The data controller attested deletion.</summary>
[Event("deletion-attested", "Sletting bekreftet", "Deletion attested")]
public sealed record DeletionAttested(string Attestation, DateOnly DeletedOn) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>Results were reported.</summary>
[Event("results-reported", "Resultater meldt", "Results reported")]
public sealed record ResultsReported(string Reference) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Permit = state.Permit! with { ResultsReported = true } };
}

/// <summary>The end report to REK was filed.</summary>
[Event("end-report-filed", "Sluttmelding sendt til REK", "End report filed with REK")]
public sealed record EndReportFiled(string Reference) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Permit = state.Permit! with { EndReport = Reference } };
}

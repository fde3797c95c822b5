using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Functions.Applications;

/// <summary>In which work lists a case stands, and how. A pure function of the case, so that the lists can be made anew at any time.</summary>
public static class WorkLists
{
    private const int TitleMost = 160;
    private const string NoDue = "9999-99-99";

    // Whose eye is on which clock; the appeal period and the like are nobody's work.
    private static readonly ClockKind[] OfUnit = [ClockKind.InterimReply, ClockKind.MakeAvailable, ClockKind.EhdsDecision, ClockKind.EhdsAvailability, ClockKind.Consultation];
    private static readonly ClockKind[] OfDecider = [ClockKind.InterimReply, ClockKind.MakeAvailable, ClockKind.EhdsDecision, ClockKind.DetrimentNotice, ClockKind.EhdsPublication];
    private static readonly ClockKind[] OfApplicant =
    [
        ClockKind.DraftExpiry, ClockKind.DeficiencyReply, ClockKind.DeficiencyReminder, ClockKind.Offer, ClockKind.EstimateReply, ClockKind.Receipt,
        ClockKind.Hearing, ClockKind.Permit, ClockKind.Deletion, ClockKind.EhdsResults,
    ];

    /// <summary>The places of a case, each with what it shows.</summary>
    public static IReadOnlyDictionary<ListPlace, WorkListEntry> Of(CaseState state)
    {
        var places = new Dictionary<ListPlace, WorkListEntry>();
        if (state.Phase == Phase.None)
        {
            return places;
        }

        var turns = WhoseTurn.Of(state);
        foreach (var subject in state.Editors.Select(editor => editor.Subject).Prepend(state.Owner!))
        {
            Add(Role.Applicant, subject, null, clock => OfApplicant.Contains(clock.Kind));
        }

        if (state.Phase is Phase.Draft or Phase.Deleted)
        {
            return places;
        }

        Add(Role.Auditor, null, null, clock => OfUnit.Contains(clock.Kind));
        if (state.Phase.IsTerminal() && state.Appeal is not { IsOpen: true } && !state.Clocks.Any(clock => clock is { Kind: ClockKind.InvoiceIssue, IsRunning: true }))
        {
            return places;
        }

        AddUnit();
        AddParties();
        return places;

        void AddUnit()
        {
            Add(Role.Coordinator, null, null, clock => OfUnit.Contains(clock.Kind));
            if (state.Staff.Handler is { } handler)
            {
                Add(Role.Handler, handler, null, clock => OfUnit.Contains(clock.Kind));
            }

            if (!state.Staff.Restricted)
            {
                Add(Role.Handler, null, null, clock => OfUnit.Contains(clock.Kind));
            }

            if (state.Staff.Decider is { } decider)
            {
                Add(Role.Decider, decider, null, clock => OfDecider.Contains(clock.Kind));
            }

            Add(Role.Decider, null, null, clock => OfDecider.Contains(clock.Kind));
        }

        void AddParties()
        {
            foreach (var register in Sources(state))
            {
                Add(Role.Register, register, register, clock => IsOfRegister(state, clock, register));
            }

            foreach (var biller in state.Billing.Where(basis => state.FindClock(ClockKind.InvoiceIssue, basis.Id) is { IsRunning: true })
                .Select(basis => basis.Biller).Distinct(StringComparer.Ordinal))
            {
                Add(Role.Finance, biller, biller, clock => clock.Kind == ClockKind.InvoiceIssue && state.Billing.Any(basis => basis.Id == clock.Subject && basis.Biller == biller));
            }

            if (state.Linkage is { IsOver: false } linkage)
            {
                Add(Role.Linker, linkage.Linker, linkage.Linker, clock => clock.Kind == ClockKind.MakeAvailable);
            }

            if (state.Content.Parties?.Controller?.OrganisationNumber is { } controller)
            {
                Add(Role.Controller, controller, null, clock => clock.Kind is ClockKind.Deletion or ClockKind.Permit);
            }

            if (state.Appeal is { IsOpen: true, SentOn: not null })
            {
                Add(Role.AppealBody, null, null, clock => clock.Kind == ClockKind.DetrimentNotice);
            }
        }

        void Add(Role role, string? party, string? turnOf, Func<Clock, bool> matters)
        {
            var first = state.Clocks.Where(clock => clock.IsRunning && clock.Due is not null && matters(clock)).MinBy(clock => clock.Due);
            var turn = turns.FirstOrDefault(turn => turn.Role == role && (turnOf is null || turn.Party is null || turn.Party == turnOf));
            var place = new ListPlace(ListKey.Of(role, party), Row(first?.Due, state.Id));
            var entry = new WorkListEntry(
                state.Id, state.Kind, state.Phase, Title(state), first?.Due, first?.Key, turn is not null, turn?.Norwegian, turn?.English);
            places[place] = role == Role.Auditor ? entry with { Waited = Waited(state), Sources = string.Join(',', Sources(state)), Linked = state.IsLinked } : entry;
        }
    }

    /// <summary>Key of a row: overdue and urgent first, without a day last.</summary>
    public static string Row(DateOnly? due, string caseId) => $"{due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDue}~{caseId}";

    private static IEnumerable<string> Sources(CaseState state) => (state.Content.Sources?.Sources.Select(source => source.Register) ?? [])
        .Concat(state.Orders.Select(order => order.Register)).Distinct(StringComparer.Ordinal);

    private static bool IsOfRegister(CaseState state, Clock clock, string register) => clock.Kind switch
    {
        ClockKind.OrderDelivery or ClockKind.EhdsHolder => clock.Subject is null || state.FindOrder(clock.Subject)?.Register == register,
        ClockKind.Consultation => state.Prerequisites.Any(item => item.Id == clock.Subject && item.Kind == PrerequisiteKind.RegisterConsultation && item.Party == register),
        _ => false,
    };

    // The statutory clock stops when the last data are there; where nothing was delivered nobody has waited for anything.
    private static int? Waited(CaseState state) => state.Orders.Any(order => order.ReleasedOn is not null)
        && state.FindClock(ClockKind.MakeAvailable) is { Status: ClockStatus.Stopped } clock
            ? clock.ElapsedOn(clock.Rows[^1].On)
            : null;

    private static string? Title(CaseState state) => state.Content.Project?.Title is not { } title ? null : title.Length <= TitleMost ? title : title[..TitleMost];
}

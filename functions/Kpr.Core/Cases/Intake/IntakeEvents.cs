using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Intake;

/// <summary>The case belongs to another body and was sent there.</summary>
[Event("routed-away", "Søknaden ble sendt til rett instans", "Application sent to the right body")]
public sealed record RoutedAway(string To, string? Rule, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.In(Phase.RoutedAway) with { RoutedTo = new Routing(To, Rule, Reason) };
}

/// <summary>Intake began.</summary>
[Event("intake-started", "Mottakskontrollen begynte", "Intake started")]
public sealed record IntakeStarted : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase.Intake };
}

/// <summary>A handler got the case.</summary>
[Event("handler-assigned", "Saksbehandler tildelt", "Handler assigned")]
public sealed record HandlerAssigned(string Subject) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Staff = state.Staff with { Handler = Subject } };
}

/// <summary>A decider was named.</summary>
[Event("decider-assigned", "Beslutter tildelt", "Decider assigned")]
public sealed record DeciderAssigned(string Subject) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Staff = state.Staff with { Decider = Subject } };
}

/// <summary>Someone is not impartial; what was assigned to them is free again.</summary>
[Event("conflict-declared", "Inhabilitet registrert", "Conflict of interest recorded")]
public sealed record ConflictDeclared(string Subject, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Staff = state.Staff with
        {
            Conflicts = state.Staff.Conflicts.Plus(Subject),
            Handler = state.Staff.Handler == Subject ? null : state.Staff.Handler,
            Decider = state.Staff.Decider == Subject ? null : state.Staff.Decider,
        },
    };
}

/// <summary>Only those assigned may see the case, or all of the unit again.</summary>
[Event("restriction-set", "Tilgangen til saken ble endret", "Access to the case changed")]
public sealed record RestrictionSet(bool Restricted, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Staff = state.Staff with { Restricted = Restricted } };
}

/// <summary>Structured deficiencies were sent to the applicant.</summary>
[Event("deficiencies-sent", "Spørsmål sendt til søker", "Questions sent to the applicant")]
public sealed record DeficienciesSent(int Round, Phase Origin, IReadOnlyList<Deficiency> Items, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.AwaitingApplicant,
        Round = new DeficiencyRound(Round, Origin, On),
        Deficiencies = state.Deficiencies.PlusAll(Items),
    };
}

/// <summary>A complete application turned out not to be complete.</summary>
[Event("completeness-reopened", "Søknaden var likevel ikke komplett", "The application was not complete after all")]
public sealed record CompletenessReopened(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { CompleteOn = null };
}

/// <summary>The applicant answered. With changed sections a new version is frozen.</summary>
[Event("deficiencies-answered", "Søker svarte", "The applicant answered")]
public sealed record DeficienciesAnswered(
    IReadOnlyList<DeficiencyAnswer> Answers, Content.ApplicationContent? Sections, int? VersionNumber, string Pack, DateOnly On, bool AllAnswered) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head)
    {
        var content = Sections is null ? state.Content : state.Content.With(Sections);
        return state with
        {
            Phase = AllAnswered && state.Round is { } round ? round.Origin : state.Phase,
            Content = content,
            Versions = VersionNumber is { } number
                ? state.Versions.Plus(new Content.SubmittedVersion(number, On, content, [.. state.Attachments.Select(file => file.Id)], Pack))
                : state.Versions,
            Deficiencies = state.Deficiencies.Change(
                item => Answers.Any(answer => answer.Deficiency == item.Id),
                item => item with { Status = DeficiencyStatus.Answered, Answer = Answers.First(answer => answer.Deficiency == item.Id).Text, AnsweredOn = On }),
        };
    }
}

/// <summary>Deficiencies are settled: by a handler, or by the rule that found them.</summary>
[Event("deficiencies-resolved", "Mangler avklart", "Deficiencies settled")]
public sealed record DeficienciesResolved(IReadOnlyList<string> Items, bool ByRule) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Deficiencies = state.Deficiencies.Change(item => Items.Contains(item.Id), item => item with { Status = DeficiencyStatus.Resolved }),
    };
}

/// <summary>The applicant was reminded.</summary>
[Event("applicant-reminded", "Påminnelse sendt til søker", "Reminder sent to the applicant")]
public sealed record ApplicantReminded(int Round, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Round = state.Round! with { RemindedOn = On } };
}

/// <summary>The applicant stayed silent through both periods: a handler may dismiss.</summary>
[Event("silence-established", "Søker har ikke svart innen fristene", "The applicant has not answered in time")]
public sealed record SilenceEstablished(int Round, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Round = state.Round! with { SilentSince = On } };
}

/// <summary>The application is complete.</summary>
[Event("declared-complete", "Søknaden er komplett", "The application is complete")]
public sealed record DeclaredComplete(DateOnly CompleteOn, int Sources, bool Linked, string Pack) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase.InReview, CompleteOn = CompleteOn };
}

/// <summary>A notice is known to have reached the applicant.</summary>
[Event("notice-reached", "Melding kom fram til søker", "A notice reached the applicant")]
public sealed record NoticeReached(string Notice, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Reached = state.Reached.Plus(new ReachedNotice(Notice, On)) };
}

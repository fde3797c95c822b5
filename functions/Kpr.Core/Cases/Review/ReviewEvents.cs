using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Review;

/// <summary>A person judged at gates.</summary>
[Event("gates-assessed", "Vilkår vurdert", "Legal gates assessed")]
public sealed record GatesAssessed(IReadOnlyList<GateAssessment> Assessments) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Assessments = state.Assessments.Without(old => Assessments.Any(now => now.Gate == old.Gate)).PlusAll(Assessments),
    };
}

/// <summary>The delay was told, with the likely date.</summary>
[Event("interim-reply-sent", "Foreløpig svar sendt", "Interim reply sent")]
public sealed record InterimReplySent(string Text, DateOnly ExpectedOn) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>Data cannot be made available in time; the interim answer gave reason and likely date.</summary>
[Event("postponed", "Tilgjengeliggjøringen er utsatt", "Making available is postponed")]
public sealed record Postponed(string ReasonCode, string Text, DateOnly Until) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>Somebody else was asked.</summary>
[Event("prerequisite-opened", "Andre er spurt", "Others were asked")]
public sealed record PrerequisiteOpened(string Prerequisite, PrerequisiteKind Kind, string Party, bool Required) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Required ? Phase.AwaitingExternal : state.Phase,
        Prerequisites = state.Prerequisites.Plus(new Prerequisite(Prerequisite, Kind, Party, Required)),
    };
}

/// <summary>Somebody else answered.</summary>
[Event("prerequisite-resolved", "Andre har svart", "Others answered")]
public sealed record PrerequisiteResolved(string Prerequisite, PrerequisiteStatus Status, string? Reference, string? Text, bool BackToReview) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = BackToReview ? Phase.InReview : state.Phase,
        Prerequisites = state.Prerequisites.Change(
            item => item.Id == Prerequisite, item => item with { Status = Status, Reference = Reference, Text = Text }),
    };
}

/// <summary>A biller sent an estimate; an older one of the same biller is replaced.</summary>
[Event("estimate-issued", "Prisoverslag sendt", "Estimate issued")]
public sealed record EstimateIssued(string Estimate, string Biller, int Minutes, long AmountOre, string PriceList) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.EstimateSent,
        Estimates = state.Estimates
            .Change(old => old.Biller == Biller, old => old with { Status = EstimateStatus.Replaced })
            .Plus(new Estimate(Estimate, Biller, Minutes, AmountOre, PriceList)),
    };
}

/// <summary>The applicant accepted estimates.</summary>
[Event("estimates-accepted", "Prisoverslag godtatt", "Estimates accepted")]
public sealed record EstimatesAccepted(IReadOnlyList<string> Estimates, bool All) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = All ? Phase.InReview : state.Phase,
        Estimates = state.Estimates.Change(estimate => Estimates.Contains(estimate.Id), estimate => estimate with { Status = EstimateStatus.Accepted }),
    };
}

/// <summary>Statistics were offered instead of person-level data.</summary>
[Event("statistics-offered", "Statistikk tilbudt i stedet", "Statistics offered instead")]
public sealed record StatisticsOffered(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { StatisticsOffered = true };
}

/// <summary>The applicant answered the offer of statistics.</summary>
[Event("statistics-answered", "Søker svarte på tilbudet om statistikk", "The applicant answered the offer of statistics")]
public sealed record StatisticsAnswered(bool Accepted) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        StatisticsOffered = false,
        Kind = Accepted ? ApplicationKind.Statistics : state.Kind,
    };
}

/// <summary>Work on the case that Helsedataservice may bill.</summary>
[Event("handling-recorded", "Tid ført på saken", "Time recorded")]
public sealed record HandlingRecorded(int Minutes, string What, DateOnly On, bool Free) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        Free ? state : state with { HandlingMinutes = state.HandlingMinutes + Minutes };
}

/// <summary>The handler recommends.</summary>
[Event("recommended", "Innstilling gitt", "Recommendation given")]
public sealed record Recommended(Deciding.DecisionOutcome Outcome, string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.Recommended,
        Recommendation = new Deciding.Recommendation(Outcome, Text, head.By.Subject),
    };
}

/// <summary>The decider sent the case back.</summary>
[Event("recommendation-returned", "Innstillingen sendt tilbake", "Recommendation returned")]
public sealed record RecommendationReturned(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase.InReview };
}

namespace Kpr.Core.Cases.Appeals;

/// <summary>An appeal was received.</summary>
[Event("appeal-received", "Klage mottatt", "Appeal received")]
public sealed record AppealReceived(int Number, int DecisionVersion, DateOnly On, string Grounds, bool Late, string? Excuse, bool AsksSuspension) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Appeal = new Appeal(Number, AppealState.Received, DecisionVersion, On, Grounds, Late, Excuse) };
}

/// <summary>The appeal went from one state to another.</summary>
[Event("appeal-moved", "Klagesaken gikk videre", "Appeal moved on")]
public sealed record AppealMoved(AppealState To, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Appeal = state.Appeal! with { State = To } };
}

/// <summary>The appellant was told that it may end worse.</summary>
[Event("detriment-noticed", "Varsel om mulig endring til skade", "Notice of possible detriment")]
public sealed record DetrimentNoticed(DateOnly On, string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Appeal = state.Appeal! with { DetrimentNoticedOn = On } };
}

/// <summary>The appeal and its bundle were sent to Helseklage.</summary>
[Event("appeal-sent", "Klagen sendt til Helseklage", "Appeal sent to the appeal body")]
public sealed record AppealSent(string Bundle, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Appeal = state.Appeal! with { State = AppealState.SentToAppealBody, SentOn = On } };
}

/// <summary>A case that was over is open again.</summary>
[Event("reopened", "Saken er gjenåpnet", "Case reopened")]
public sealed record Reopened(Phase Phase, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Phase = Phase };
}

/// <summary>The decision has no effect for now.</summary>
[Event("effect-suspended", "Vedtaket har utsatt iverksetting", "Effect of the decision suspended")]
public sealed record EffectSuspended(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Suspended = Reason };
}

/// <summary>The decision has effect again.</summary>
[Event("effect-restored", "Utsatt iverksetting er opphevet", "Effect of the decision restored")]
public sealed record EffectRestored(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Suspended = null };
}

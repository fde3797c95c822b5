namespace Kpr.Core.Cases.Revocations;

/// <summary>The data user was told that the decision may be revoked, and is heard.</summary>
[Event("revocation-opened", "Varsel om tilbakekall", "Notice of revocation")]
public sealed record RevocationOpened(string Ground, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Revocation = new Revocation(Ground, On) };
}

/// <summary>The data user answered.</summary>
[Event("hearing-answered", "Databruker uttalte seg", "The data user was heard")]
public sealed record HearingAnswered(string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Revocation = state.Revocation! with { Answer = Text } };
}

/// <summary>The decision was revoked.</summary>
[Event("revoked", "Vedtaket er tilbakekalt", "Decision revoked")]
public sealed record DecisionRevoked(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.In(Phase.Revoked) with { Revocation = state.Revocation! with { Settled = true } };
}

/// <summary>The revocation was dropped.</summary>
[Event("revocation-dropped", "Tilbakekall frafalt", "Revocation dropped")]
public sealed record RevocationDropped(string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Revocation = null };
}

namespace Kpr.Core.Cases.Appeals;

/// <summary>An appeal, laid over the case.</summary>
/// <param name="Number">1 for the first of the case.</param>
/// <param name="State">How far it is.</param>
/// <param name="DecisionVersion">The version of the decision that it is against.</param>
/// <param name="ReceivedOn">When the body that decided received it.</param>
/// <param name="Grounds">What the appellant says.</param>
/// <param name="Late">Whether it came after the period.</param>
/// <param name="Excuse">Why it was late.</param>
/// <param name="DetrimentNoticedOn">When the appellant was told that it may end worse.</param>
/// <param name="SentOn">When it was sent to Helseklage.</param>
public sealed record Appeal(
    int Number, AppealState State, int DecisionVersion, DateOnly ReceivedOn, string Grounds, bool Late, string? Excuse, DateOnly? DetrimentNoticedOn = null, DateOnly? SentOn = null)
{
    /// <summary>Whether it is not settled.</summary>
    public bool IsOpen => State is AppealState.Received or AppealState.Admissible or AppealState.Reconsidered or AppealState.SentToAppealBody;
}

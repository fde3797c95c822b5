using Kpr.Core.Cases.Deciding;

namespace Kpr.Core.Cases.Appeals;

/// <summary>What an appeal puts in the place of the decision.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Reasons">Reasons.</param>
/// <param name="Sources">Codes of the registers it opens; null for all that were applied for.</param>
/// <param name="RefusalReasons">Ids of rules that are not fulfilled, of a refusal.</param>
/// <param name="EndsOn">Last day of use; null for the end of the project.</param>
/// <param name="DeletionOn">Last day for deletion.</param>
public sealed record NewDecision(
    DecisionOutcome Outcome, DecisionReasons Reasons, IReadOnlyList<string>? Sources = null, IReadOnlyList<string>? RefusalReasons = null,
    DateOnly? EndsOn = null, DateOnly? DeletionOn = null)
{
    /// <summary>Whether it opens any data.</summary>
    internal bool Grants => Outcome is DecisionOutcome.Granted or DecisionOutcome.PartlyGranted;
}

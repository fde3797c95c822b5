namespace Kpr.Core.Cases.Deciding;

/// <summary>A version of the decision (vedtak). Versions are only added; older ones stay visible.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Outcome">How it was decided.</param>
/// <param name="On">The Norwegian day.</param>
/// <param name="By">Subject of the decider.</param>
/// <param name="Cause">What led to it.</param>
/// <param name="Pack">Id of the rule pack it was judged by.</param>
/// <param name="Sources">Codes of the registers it opens.</param>
/// <param name="Reasons">Reasons; null where an uncontested grant has none.</param>
/// <param name="RefusalReasons">Ids of the gates or rules that were not fulfilled.</param>
/// <param name="Conditions">Conditions.</param>
/// <param name="EndsOn">Last day on which the data may be used.</param>
/// <param name="DeletionOn">Last day for their deletion.</param>
/// <param name="Notice">What its notice says of appeal.</param>
public sealed record CaseDecision(
    int Version, DecisionOutcome Outcome, DateOnly On, string By, DecisionCause Cause, string Pack, IReadOnlyList<string> Sources, DecisionReasons? Reasons,
    IReadOnlyList<string> RefusalReasons, IReadOnlyList<DecisionCondition> Conditions, DateOnly? EndsOn, DateOnly? DeletionOn, AppealNotice Notice)
{
    /// <summary>Whether it opens any data.</summary>
    public bool Grants => Outcome is DecisionOutcome.Granted or DecisionOutcome.PartlyGranted;

    /// <summary>Id of its notice.</summary>
    public string NoticeId => $"decision/{Version}";
}

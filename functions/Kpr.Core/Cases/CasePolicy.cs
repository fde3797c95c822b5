using Kpr.Core.Calendar;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases;

/// <summary>
/// Choices that the law leaves open, each with its default. A decision writes what it chose into its events, so that a later change of policy changes
/// no past case.
/// </summary>
public sealed record CasePolicy
{
    /// <summary>All defaults.</summary>
    public static CasePolicy Default { get; } = new();

    /// <summary>What a working day is (helseregisterloven does not say): Monday to Friday.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.MondayToFriday;

    /// <summary>The registers that may be sources.</summary>
    public RegisterTable Registers { get; init; } = RegisterTable.Default;

    /// <summary>Variables that applications may ask for: those of KPR. Null: variables are not judged.</summary>
    public IVariableCatalogue? Variables { get; init; } = KprVariables.Catalogue;

    /// <summary>Dates set for rules that are adopted but not in force, by rule id. A rule that such a rule replaces ends the day before.</summary>
    public IReadOnlyDictionary<string, DateOnly> RulesInForce { get; init; } = new Dictionary<string, DateOnly>();

    /// <summary>Whether a grant needs an accepted estimate (EHDS Art. 62 wants it). Those that were issued must be accepted in any case.</summary>
    public bool EstimateRequired { get; init; }

    /// <summary>How much accrued work may exceed the accepted estimate before work is held, in per cent.</summary>
    public int EstimateTolerancePercent { get; init; } = 10;

    /// <summary>Whether orders wait until the appeal period is over, instead of going out with the decision (forvaltningsloven § 42).</summary>
    public bool OrdersAwaitAppealPeriod { get; init; }

    /// <summary>Whether the base price is billed for a case withdrawn before it was complete.</summary>
    public bool BasePriceWhenWithdrawnInIntake { get; init; } = true;

    /// <summary>How long a draft is kept after it was last saved.</summary>
    public Term DraftKept { get; init; } = Term.Days(180);

    /// <summary>How many days before it is deleted a draft's owner is warned.</summary>
    public int DraftWarningDays { get; init; } = 14;

    /// <summary>How long after release receipt is taken for confirmed when the applicant is silent.</summary>
    public Term ReceiptPresumedAfter { get; init; } = Term.WorkingDays(10);

    /// <summary>How long after the end of the project data must be deleted, where the decision names no date.</summary>
    public Term DeletionAfterEnd { get; init; } = Term.Days(30);

    /// <summary>How many days before the end notices are sent.</summary>
    public IReadOnlyList<int> ExpiryNoticeDays { get; init; } = [90, 45, 30];

    /// <summary>Days between escalations of a deletion that is not attested.</summary>
    public int EscalationDays { get; init; } = 14;

    /// <summary>The appeal body as decisions name it.</summary>
    public string AppealBody { get; init; } = "Nasjonalt klageorgan for helsetjenesten (Helseklage)";
}

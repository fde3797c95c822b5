using System.ComponentModel.DataAnnotations;
using Kpr.Core.Calendar;
using Kpr.Core.Cases;

namespace Kpr.Functions.Applications;

/// <summary>Choices that the law leaves open; what each means stands at <see cref="CasePolicy"/>.</summary>
public sealed class CaseOptions : IValidatableObject
{
    /// <summary>What a working day is: <c>mon-fri</c> or <c>mon-sat</c>. Default: Monday to Friday.</summary>
    public string Calendar { get; set; } = "mon-fri";

    /// <summary>Dates on which adopted rules come into force, by rule id (<c>Kpr__Cases__RulesInForce__M14</c>). Default: none.</summary>
    public Dictionary<string, DateOnly> RulesInForce { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a grant needs an accepted estimate. Default: no.</summary>
    public bool EstimateRequired { get; set; }

    /// <summary>By how much work may exceed the estimate before it is held, in per cent. Default: 10.</summary>
    [Range(0, 1_000)]
    public int EstimateTolerancePercent { get; set; } = 10;

    /// <summary>Whether orders wait until the appeal period is over. Default: no.</summary>
    public bool OrdersAwaitAppealPeriod { get; set; }

    /// <summary>Whether the base price is billed for a case withdrawn in intake. Default: yes.</summary>
    public bool BasePriceWhenWithdrawnInIntake { get; set; } = true;

    /// <summary>The policy.</summary>
    public CasePolicy Policy() => CasePolicy.Default with
    {
        Calendar = Calendar == "mon-sat" ? WorkingCalendar.MondayToFriday.Other : WorkingCalendar.MondayToFriday,
        RulesInForce = RulesInForce,
        EstimateRequired = EstimateRequired,
        EstimateTolerancePercent = EstimateTolerancePercent,
        OrdersAwaitAppealPeriod = OrdersAwaitAppealPeriod,
        BasePriceWhenWithdrawnInIntake = BasePriceWhenWithdrawnInIntake,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Calendar is not ("mon-fri" or "mon-sat"))
        {
            yield return new ValidationResult($"Setting Kpr__Cases__Calendar is '{Calendar}': it is mon-fri or mon-sat.", [nameof(Calendar)]);
        }

        var known = Core.Cases.Rules.CaseRuleCatalogue.All.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in RulesInForce.Keys.Where(rule => !known.Contains(rule)))
        {
            yield return new ValidationResult($"Setting Kpr__Cases__RulesInForce__{rule}: there is no rule of that name.", [nameof(RulesInForce)]);
        }
    }
}

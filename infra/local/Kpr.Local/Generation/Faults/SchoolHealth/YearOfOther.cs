using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>Another birth year than the number's (I14).</summary>
internal sealed class YearOfOther : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Identity.Type == IdentityType.BirthNumber;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.StatedYear = (draft.Person.Born.Year - 1).ToString(CultureInfo.InvariantCulture);
        draft.Expect("I14", Severity.Warning);
    }
}

using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>Another sex than the number's (I15).</summary>
internal sealed class SexOfOther : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Identity.Type is IdentityType.BirthNumber or IdentityType.DNumber;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.StatedSex = draft.Person.Sex == Sex.Male ? "2" : "1";
        draft.Expect("I15", Severity.Warning);
    }
}

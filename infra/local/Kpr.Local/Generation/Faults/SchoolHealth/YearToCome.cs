using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>A birth year to come (I25); D-numbers and DUF numbers, whose own year is not compared.</summary>
internal sealed class YearToCome : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Identity.Type is IdentityType.DNumber or IdentityType.Duf;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.StatedYear = "2199";
        draft.Expect("I25", Severity.RejectRecord);
    }
}

using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>Another local number of a child that the file has told before (I19).</summary>
internal sealed class SecondLocalNumber : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 6;

    /// <inheritdoc/>
    public bool Fits(SchoolHealthDraft draft) => draft.Child.IsKnown;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.LocalNumber += "-B";
        draft.IsRenamed = true;
        draft.Expect("I19", Severity.Warning);
    }
}

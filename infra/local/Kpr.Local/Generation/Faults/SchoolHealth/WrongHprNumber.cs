using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>An HPR number of ten digits (I26).</summary>
internal sealed class WrongHprNumber : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Workers.Add(("28", "9990001234"));
        draft.Expect("I26", Severity.Warning);
    }
}

using Kpr.Core.Rules;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>No local key of the consultation (F02).</summary>
internal sealed class NoConsultationKey : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Key = random.PerMille(500) ? null : "";
        draft.Expect("F02", Severity.RejectRecord);
    }
}

using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>An identity number in the consultation's key (I28).</summary>
internal sealed class IdentityAsKey : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Key = "K-" + Population.BirthNumber(random, draft.Person.Born, draft.Person.Sex);
        draft.Expect("I28", Severity.RejectRecord);
    }
}

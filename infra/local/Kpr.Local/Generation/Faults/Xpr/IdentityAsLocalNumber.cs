using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>An identity number as local user number (I21).</summary>
internal sealed class IdentityAsLocalNumber : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.LocalNumber = Population.BirthNumber(random, draft.Person.Born, draft.Person.Sex);
        draft.Expect("I21", Severity.RejectRecord);
    }
}

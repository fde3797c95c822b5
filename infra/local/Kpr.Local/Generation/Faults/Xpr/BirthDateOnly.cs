using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A birth date in place of a number: stored without person key (I07).</summary>
internal sealed class BirthDateOnly : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Identify(new PersonIdentity(IdentityType.Other, draft.Person.Born.ToString("ddMMyy", CultureInfo.InvariantCulture)));
        draft.Expect("I07", Severity.Warning);
    }
}

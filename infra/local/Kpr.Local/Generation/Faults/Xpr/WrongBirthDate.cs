using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>A birth date that does not exist, in place of a number (I08, with the I07 of all such).</summary>
internal sealed class WrongBirthDate : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.Identify(new PersonIdentity(IdentityType.Other, string.Create(CultureInfo.InvariantCulture, $"32{draft.Person.Born:MMyy}")));
        draft.Expect("I07", Severity.Warning);
        draft.Expect("I08", Severity.RejectRecord);
    }
}

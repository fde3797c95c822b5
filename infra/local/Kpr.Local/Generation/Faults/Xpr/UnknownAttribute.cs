using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>An attribute that the format does not have (F18): rejects the whole message.</summary>
internal sealed class UnknownAttribute : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.StrangeAttribute = ("telefon", "00000000");
        draft.Expect("F18", Severity.RejectFile);
    }
}

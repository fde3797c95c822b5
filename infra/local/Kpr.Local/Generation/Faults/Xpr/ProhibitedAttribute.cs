using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Xpr;

/// <summary>An attribute of the format that may not stand here (F02).</summary>
internal sealed class ProhibitedAttribute : IRecordFault<XprDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(XprDraft draft, SplitMix random)
    {
        draft.StrangeAttribute = draft.MisplacedAttribute;
        draft.Expect("F02", Severity.RejectRecord);
    }
}

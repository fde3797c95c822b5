using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A contact person of a type that is in no list (F21).</summary>
internal sealed class ContactOfUnknownType : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Contacts.Add(("Sentralbord", "sentralbord@kommune.example", "98"));
        envelope.Expected.Add(("F21", Severity.Warning));
    }
}

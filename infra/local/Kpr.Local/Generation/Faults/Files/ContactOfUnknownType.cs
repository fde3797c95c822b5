using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A contact person of a type that is in no list (F21).</summary>
internal sealed class ContactOfUnknownType : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Contacts.Add(("Sentralbord", "sentralbord@kommune.example", "98"));
        envelope.Expected.Add(("F21", Severity.Warning));
    }
}

using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No contact person of type 17 (F20).</summary>
internal sealed class ContactMissing : ICareEventFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, CareEventEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Contacts.RemoveAll(contact => contact.Type == "17");
        envelope.Expected.Add(("F20", Severity.Warning));
    }
}

using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No contact person of the type that the feed asks for (F20).</summary>
internal sealed class ContactMissing : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Contacts.RemoveAll(contact => contact.Type == envelope.DemandedContact);
        envelope.Expected.Add(("F20", Severity.Warning));
    }
}

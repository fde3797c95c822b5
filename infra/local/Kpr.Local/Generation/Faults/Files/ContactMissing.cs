using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>No contact person of the type that the feed asks for (F20); where it asks for none, one that cannot be written to.</summary>
internal sealed class ContactMissing : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        if (envelope.DemandedContact is { } demanded)
        {
            envelope.Contacts.RemoveAll(contact => contact.Type == demanded);
        }
        else
        {
            envelope.Contacts[0] = envelope.Contacts[0] with { Mail = "post(at)kommune" };
        }

        envelope.Expected.Add(("F20", Severity.Warning));
    }
}

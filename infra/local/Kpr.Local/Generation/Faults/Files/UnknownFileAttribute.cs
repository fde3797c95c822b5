using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>An attribute of the message that the format does not have (F18).</summary>
internal sealed class UnknownFileAttribute : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.StrangeAttribute = ("kommunenavn", "Prøvekommune");
        envelope.Expected.Add(("F18", Severity.RejectFile));
    }
}

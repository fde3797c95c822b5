using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>An organisation number of a unit whose check digit is wrong (I27).</summary>
internal sealed class WrongUnitNumber : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        envelope.Units[0] = envelope.Units[0] with { Organisation = FaultyNumbers.WrongLastDigit(envelope.Units[0].Organisation) };
        envelope.Expected.Add(("I27", Severity.Warning));
    }
}

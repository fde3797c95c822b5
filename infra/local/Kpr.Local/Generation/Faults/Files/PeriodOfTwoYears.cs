using System.Globalization;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.Faults.Files;

/// <summary>A period across the turn of the year (F11).</summary>
internal sealed class PeriodOfTwoYears : IXprFileFault
{
    /// <inheritdoc/>
    public void Plant(FilePlan plan, XprEnvelopeDraft envelope, SplitMix random)
    {
        var (from, to, extracted) = envelope.Period!.Value;
        envelope.Period = ($"{int.Parse(from![..4], CultureInfo.InvariantCulture) - 1}-12-01", to, extracted);
        envelope.Expected.Add(("F11", Severity.RejectFile));
    }
}

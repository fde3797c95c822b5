using System.Globalization;
using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F17: control totals hold.</summary>
public sealed class F17ControlTotals() : EnvelopeRule<MessageEnvelope>("F17", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Kontrolltallene i meldingen skal stemme med det som er lest.";

    /// <inheritdoc/>
    public override string English => "Control counts and sums equal what was read; credits count negative. A sum is not judged when an amount could not be read.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller at alle poster er med, og at summene er regnet ut på nytt.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(MessageEnvelope envelope, EnvelopeVerdict verdict)
    {
        foreach (var total in envelope.ControlTotals)
        {
            if (total.Stated != total.Counted)
            {
                verdict.Report(this, total.Field, $"{total.Field} er {Text(total.Stated, total.IsAmount)}, men filen gir {Text(total.Counted, total.IsAmount)}.");
            }
        }
    }

    private static string Text(Int128 value, bool isAmount) => isAmount
        ? string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{Int128.Abs(value) / 100},{(int)(Int128.Abs(value) % 100):00} kr")
        : value.ToString(CultureInfo.InvariantCulture);
}

using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F09: the municipality number is four digits and valid on 31 December of the data year: the year of the period where the message states one, else of the latest notification.</summary>
public sealed class F09MunicipalityValid() : EnvelopeRule<MunicipalEnvelope>("F09", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Kommunenummeret skal ha fire siffer og være gyldig 31. desember i dataåret.";

    /// <inheritdoc/>
    public override string English => "Municipality number is four digits and valid on 31 December of the data year.";

    /// <inheritdoc/>
    public override string Advice => "Bruk kommunenummeret som gjaldt i dataåret.";

    /// <inheritdoc/>
    public override string Source => "Rapportering til KPR; SSB Klass 131";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        var year = (envelope.DataDay ?? verdict.File.ReceivedOn).Year;
        foreach (var (number, line) in envelope.Municipalities)
        {
            if (number is null || number.Length != 4 || !verdict.File.Reference.Municipalities.IsValid(number, new DateOnly(year, 12, 31)))
            {
                verdict.Report(this, "kommuneNr", number is null
                    ? "Kommunenummer mangler."
                    : $"Kommunenummeret er ikke gyldig 31. desember {year}.", line: line);
            }
        }
    }
}

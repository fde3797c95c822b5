using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Formats.KuhrDelivery;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K01: the files of a delivery are those of its manifest.</summary>
public sealed class K01ManifestAgrees() : EnvelopeRule<KuhrEnvelope>("K01", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Filene i leveransen skal finnes og ha radene, kontrollsummene og beløpene som manifestet oppgir.";

    /// <inheritdoc/>
    public override string English => "Every file of the manifest is there, with its number of rows and its SHA-256; refunds and shares add up to the sums stated. A sum is not judged when an amount could not be read.";

    /// <inheritdoc/>
    public override string Advice => "Lag leveransen på nytt med ny deliveryId. Manifestet skal skrives sist, av de filene som sendes.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <summary>A file of the manifest is not there.</summary>
    public Fault Missing(string name) =>
        new(this, Severity.RejectFile, name, null, $"Filen {name} står i manifestet, men er ikke i leveransen.");

    /// <inheritdoc/>
    public override void Judge(KuhrEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope is not { Manifest: { } manifest, IsRead: true })
        {
            return;
        }

        foreach (var file in manifest.Files)
        {
            var (rows, sha256) = envelope.Read(file.Kind);
            if (rows != file.RowCount)
            {
                verdict.Report(this, file.Name, $"{file.Name} har {rows} rader, men manifestet oppgir {file.RowCount}.");
            }

            if (sha256 != file.Sha256)
            {
                verdict.Report(this, file.Name, $"{file.Name} har en annen kontrollsum (SHA-256) enn manifestet oppgir.");
            }
        }

        if (envelope.AmountsKnown)
        {
            JudgeSum("sumRefund", manifest.SumRefundOre, envelope.RefundOre, verdict);
            JudgeSum("sumShare", manifest.SumShareOre, envelope.ShareOre, verdict);
        }
    }

    private void JudgeSum(string field, long stated, Int128 counted, EnvelopeVerdict verdict)
    {
        if (stated != counted)
        {
            verdict.Report(this, field, string.Create(CultureInfo.InvariantCulture, $"{field} er {stated} øre, men regningene gir {counted} øre."));
        }
    }
}

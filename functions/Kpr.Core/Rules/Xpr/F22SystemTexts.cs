using Kpr.Core.Formats;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F22: the texts about the sender's system are present and at most 100 characters; otherwise they are blanked.</summary>
public sealed class F22SystemTexts() : EnvelopeRule<MunicipalEnvelope>("F22", Severity.Warning)
{
    private const int Longest = 100;

    /// <inheritdoc/>
    public override string Norwegian => "Leverandør, fagsystem og versjoner skal være oppgitt med høyst 100 tegn; ellers blankes de.";

    /// <inheritdoc/>
    public override string English => "Supplier and journal version fields at most 100 characters, else blanked.";

    /// <inheritdoc/>
    public override string Advice => "Kort ned eller fyll ut feltet i fagsystemets oppsett.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 attributtregler (Sett NULL)";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        envelope.Leverandor = Checked("leverandor", envelope.Leverandor, verdict);
        envelope.NavnEpj = Checked("navnEPJ", envelope.NavnEpj, verdict);
        envelope.VersjonEpj = Checked("versjonEPJ", envelope.VersjonEpj, verdict);
        envelope.VersjonUt = Checked("versjonUt", envelope.VersjonUt, verdict);
    }

    private string? Checked(string field, string? value, EnvelopeVerdict verdict)
    {
        if (value is null)
        {
            verdict.Report(The<F02Structure>.Rule, field, F02Structure.Missing(field), Severity.Warning);
        }
        else if (value.Length > Longest)
        {
            verdict.Report(this, field, $"{field} er lengre enn {Longest} tegn og blankes.");
            return null;
        }

        return value;
    }
}

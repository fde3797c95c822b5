using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K21: who is exempt pays no share.</summary>
public sealed class K21ExemptPaysNothing() : RecordRule<Claim>("K21", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasient med fri egenandel skal ikke ha egenandel.";

    /// <inheritdoc/>
    public override string English => "A claim with an exemption has no patient's share above zero. JSON holds no share, so only XML is judged.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om pasienten har fri egenandel, og hvilket beløp som er krevd.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.ArsakFriEgenandel is not null && record.EgenandelOre > 0)
        {
            verdict.Report(this, record.Fields.Share, "Regningen har både årsak til fri egenandel og en egenandel over null.");
        }
    }
}

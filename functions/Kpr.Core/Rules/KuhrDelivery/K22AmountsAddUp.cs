using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K22: share and refund make the amount.</summary>
public sealed class K22AmountsAddUp() : RecordRule<Claim>("K22", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Egenandel og refusjon skal til sammen være regningens beløp, på én krone nær.";

    /// <inheritdoc/>
    public override string English => "Share plus refund equals the amount within one krone.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller egenandelOre, refusjonOre og belopOre på regningen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    private const int ToleranceOre = 100;

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record is { Delivered.AmountOre: { } amount, BelopOre: { } refund, EgenandelOre: { } share }
            && Math.Abs(refund + share - amount) > ToleranceOre)
        {
            verdict.Report(this, "belopOre", "Egenandel og refusjon er til sammen ikke regningens beløp.");
        }
    }
}

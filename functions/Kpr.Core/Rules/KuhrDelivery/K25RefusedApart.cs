namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K25: claims that KUHR refused (status avvist) are stored in partitions of their own and count in no statistics. Kept by the layout of the register; no finding.</summary>
public sealed class K25RefusedApart() : Rule("K25")
{
    /// <inheritdoc/>
    public override string Norwegian => "Regninger som er avvist i KUHR, lagres for seg og telles ikke i statistikk.";

    /// <inheritdoc/>
    public override string English => "Rejected claims are kept apart and not counted in statistics.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, KUHR-databasen";
}

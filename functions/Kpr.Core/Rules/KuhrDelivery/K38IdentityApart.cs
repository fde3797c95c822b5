namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K38: who a claim is about is taken out of it and encrypted before anything else of it is stored. Kept by the intake; no finding.</summary>
public sealed class K38IdentityApart() : Rule("K38")
{
    /// <inheritdoc/>
    public override string Norwegian => "Personen skilles fra regningen og krypteres før noe annet lagres.";

    /// <inheritdoc/>
    public override string English => "The person row is separated and encrypted before any other storage.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "KPR-forskriften § 5-2; KPRs behandling av KUHR";
}

namespace Kpr.Core.Rules.Persons;

/// <summary>I09: production takes no synthetic number. Types 1 and 2, and the numbers of practitioners.</summary>
public sealed class I09NoSyntheticInProduction()
    : WrongWorldRule("I09", Severity.RejectRecord, KprEnvironment.Production, wrong: true, "Nummeret er syntetisk og tas ikke imot i produksjon.")
{
    /// <inheritdoc/>
    public override string Norwegian => "Syntetiske numre (måned + 80) tas ikke imot i produksjon.";

    /// <inheritdoc/>
    public override string English => "Synthetic numbers are not accepted in production.";

    /// <inheritdoc/>
    public override string Advice => "Send bare ekte personer til produksjon.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten, syntetiske testdata; eget valg";

    /// <inheritdoc/>
    public override int Order => 70;
}

namespace Kpr.Core.Rules.Persons;

/// <summary>I10: a test environment takes synthetic numbers only. Types 1 and 2, and the numbers of practitioners.</summary>
public sealed class I10OnlySyntheticInTest()
    : WrongWorldRule("I10", Severity.RejectFile, KprEnvironment.Test, wrong: false, "Nummeret er ikke syntetisk og tas ikke imot i testmiljøet.")
{
    /// <inheritdoc/>
    public override string Norwegian => "Ekte numre tas ikke imot i testmiljøet.";

    /// <inheritdoc/>
    public override string English => "Non-synthetic numbers are not accepted in a test environment.";

    /// <inheritdoc/>
    public override string Advice => "Bruk Tenor eller andre syntetiske personer (måned + 80) i test.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten, syntetiske testdata; eget valg";

    /// <inheritdoc/>
    public override int Order => 80;
}

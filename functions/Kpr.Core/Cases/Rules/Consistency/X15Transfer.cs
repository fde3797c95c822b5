namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X15: persons abroad and transfer agree.</summary>
public sealed class X15Transfer() : ApplicationRule(
    "X15",
    "Når personer i andre land skal ha tilgang, skal overføringen være beskrevet.",
    "Where persons abroad have access, the transfer is described.",
    "Personvernforordningen kapittel V; søknadsskjemaet, felt 26")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        (facts.Content.People?.Persons ?? []).Select(person => person.Country).Where(country => country != "NO").Distinct(StringComparer.Ordinal)
            .Where(country => facts.Content.Security?.TransferCountries?.Contains(country) != true).Select(country => At($"security.transferCountries:{country}"));
}

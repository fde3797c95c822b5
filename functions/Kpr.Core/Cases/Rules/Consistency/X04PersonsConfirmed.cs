namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X04: the controller confirmed every person.</summary>
public sealed class X04PersonsConfirmed() : ApplicationRule(
    "X04",
    "Hver person med tilgang skal være bekreftet av dataansvarlig.",
    "Every person with access is confirmed by the controller.",
    "Forskrift 2023-01-11-48 § 4")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        from person in facts.Content.People?.Persons ?? []
        where !person.ConfirmedByController
        select At($"people.persons:{person.Name}");
}

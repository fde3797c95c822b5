using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M12: who has access.</summary>
public sealed class M12PersonList() : ApplicationRule(
    "M12",
    "Personer som skal ha tilgang, skal være oppgitt.",
    "Persons with access are listed.",
    "Forskrift 2023-01-11-48 § 4; EHDS art. 67(2)(a)")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.People is not { Persons.Count: > 0 } ? [At("people.persons")] : [];
}

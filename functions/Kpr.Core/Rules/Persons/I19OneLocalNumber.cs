namespace Kpr.Core.Rules.Persons;

/// <summary>I19: an identity number has one local user number in a file. A correction (M) may replace it, after an annulment (C) another may follow.</summary>
public sealed class I19OneLocalNumber() : OneForAnotherRule(
    "I19", FactKind.PersonNumber, Severity.Warning, "Identitetsnummeret er brukt med et annet lokalt brukernummer før i filen.")
{
    /// <inheritdoc/>
    public override string Norwegian => "Et identitetsnummer skal ikke ha to lokale brukernumre i samme fil.";

    /// <inheritdoc/>
    public override string English => "Same number on two local user numbers (brukerNr, barn_ungdomNr) in one batch.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller om personen er registrert to ganger i fagsystemet.";
}

namespace Kpr.Core.Rules.Persons;

/// <summary>I18: a person's GUID (pasientGUID) stands for one identity number in a file. A correction (M) may replace it, after an annulment (C) another may follow.</summary>
public sealed class I18OneNumberForPerson() : OneForAnotherRule(
    "I18", FactKind.Person, Severity.RejectRecord, "pasientGUID er brukt med et annet identitetsnummer før i filen.")
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasientGUID skal ikke ha to identitetsnumre i samme fil.";

    /// <inheritdoc/>
    public override string English => "Same person GUID with two numbers in one batch.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller hvem hendelsen gjelder. Et nytt nummer sendes med status M, eller C og ny N.";
}

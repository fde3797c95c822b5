using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.Persons;

/// <summary>I18: a person's GUID (pasientGUID) stands for one identity number in a file. A correction (M) may replace it, after an annulment (C) another may follow. In the annual report it stands once.</summary>
public sealed class I18OneNumberForPerson() : OneForAnotherRule(
    "I18", FactKind.Person, Severity.RejectRecord, "pasientGUID er brukt med et annet identitetsnummer før i filen.")
{
    /// <inheritdoc/>
    public override string Norwegian => "En pasientGUID skal ikke ha to identitetsnumre i samme fil, og i årsrapporten stå én gang.";

    /// <inheritdoc/>
    public override string English => "Same person GUID with two numbers in one batch; in the annual report it stands once.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller hvem hendelsen gjelder. Et nytt nummer sendes med status M, eller C og ny N.";

    /// <inheritdoc/>
    protected override (string Field, string Message) Told(in Fact fact) =>
        fact.Extra == CareReportFacts.Once ? ("pasientGUID", "pasientGUID er brukt før i filen, med annet innhold.") : base.Told(fact);
}

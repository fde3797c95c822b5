using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I11: the relaxed first check digit of 2032 (remainder 1–3) is accepted from 1 January 2032 only, and by a setting.</summary>
public sealed class I11RelaxedCheckDigit() : RecordRule<PersonRecord>("I11", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Første kontrollsiffer med rest 1–3 godtas først fra 1. januar 2032.";

    /// <inheritdoc/>
    public override string English => "The relaxed first check digit (remainder 1–3) holds only from 1 January 2032, by configuration.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret.";

    /// <inheritdoc/>
    public override string Source => "Skatteetaten, nytt fødselsnummer fra 2032";

    /// <inheritdoc/>
    public override int Order => 55;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType is not (IdentityType.BirthNumber or IdentityType.DNumber) || record.IdentitySettled
            || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return;
        }

        var analysis = record.Analysis;
        if (IdentityTypes.TypeOf(analysis.Shape, navMonth40: true) == record.IdentityType
            && !analysis.IsValid(verdict.File.CheckDigitRule) && analysis.IsValid(CheckDigitRule.From2032))
        {
            verdict.Report(this, record.IdentityNumberField, "Første kontrollsiffer er gyldig bare etter reglene fra 2032.");
        }
    }
}

using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I03: a number of type 1 is a fødselsnummer that holds.</summary>
public sealed class I03BirthNumberHolds() : RecordRule<PersonRecord>("I03", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 1: elleve siffer, gyldig dato og begge kontrollsifre.";

    /// <inheritdoc/>
    public override string English => "Type 1: eleven digits, a valid date and both check digits.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret og send posten på nytt.";

    /// <inheritdoc/>
    public override string Source => "Folkeregisterforskriften §§ 2-2-1 og 2-2-2";

    /// <inheritdoc/>
    public override int Order => 50;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType != IdentityType.BirthNumber || record.IdentitySettled || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return;
        }

        // A number that holds under the rule of 2032 is judged by I11.
        var analysis = record.Analysis;
        if (IdentityTypes.TypeOf(analysis.Shape, navMonth40: true) != IdentityType.BirthNumber || !analysis.IsValid(CheckDigitRule.From2032))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er ikke et gyldig fødselsnummer: elleve siffer, dato eller kontrollsifre stemmer ikke.");
        }
    }
}

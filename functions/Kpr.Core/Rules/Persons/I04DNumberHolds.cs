using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I04: a number of type 2 is a D-nummer that holds.</summary>
public sealed class I04DNumberHolds() : RecordRule<PersonRecord>("I04", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 2: som fødselsnummer, med første siffer 4–7.";

    /// <inheritdoc/>
    public override string English => "Type 2: as I03 with first digit 4–7.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret og send posten på nytt.";

    /// <inheritdoc/>
    public override string Source => "Folkeregisterforskriften § 2-2-2";

    /// <inheritdoc/>
    public override int Order => 50;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType != IdentityType.DNumber || record.IdentitySettled || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return;
        }

        // A number that holds under the rule of 2032 is judged by I11.
        var analysis = record.Analysis;
        if (IdentityTypes.TypeOf(analysis.Shape, navMonth40: true) != IdentityType.DNumber || !analysis.IsValid(CheckDigitRule.From2032))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er ikke et gyldig D-nummer: siffer, dato eller kontrollsifre stemmer ikke.");
        }
    }
}

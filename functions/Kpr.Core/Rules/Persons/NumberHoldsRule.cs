using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>What I03 and I04 share: a number of one type has the shape, the date and the check digits of that type.</summary>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="type">The type whose numbers are judged.</param>
public abstract class NumberHoldsRule(string id, IdentityType type) : RecordRule<PersonRecord>(id, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType != type || record.IdentitySettled || string.IsNullOrEmpty(record.IdentityNumber))
        {
            return;
        }

        // A number that holds under the rule of 2032 is judged by I11.
        var analysis = record.Analysis;
        if (IdentityTypes.TypeOf(analysis.Shape, navMonth40: true) != type || !analysis.IsValid(CheckDigitRule.From2032))
        {
            verdict.Report(
                this, record.IdentityNumberField,
                $"Nummeret er ikke et gyldig {type.NorwegianName()}: lengde, dato eller kontrollsifre stemmer ikke.");
        }
    }
}

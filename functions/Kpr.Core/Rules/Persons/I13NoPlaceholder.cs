using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I13: the number is not a placeholder: a birth date with 00100, 00200, 55555 or 99999 behind it. Stored without person key.</summary>
public sealed class I13NoPlaceholder() : RecordRule<PersonRecord>("I13", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Nummeret skal ikke være et plassholdernummer (fødselsdato + 00100, 00200, 55555 eller 99999).";

    /// <inheritdoc/>
    public override string English => "Placeholder endings 00100, 00200, 55555, 99999: stored without person key.";

    /// <inheritdoc/>
    public override string Advice => "Send hendelsen på nytt (M) når personen har fått nummer.";

    /// <inheritdoc/>
    public override string Source => "SSB, kravspesifikasjon for kommunale filer";

    /// <inheritdoc/>
    public override int Order => 40;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType is IdentityType.BirthNumber or IdentityType.DNumber
            && record.Analysis.IsPlaceholder && !record.Analysis.IsValid(verdict.File.CheckDigitRule))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er et plassholdernummer. Posten lagres uten personnøkkel.");
            record.IdentitySettled = true;
            record.WithoutPersonKey = true;
        }
    }
}

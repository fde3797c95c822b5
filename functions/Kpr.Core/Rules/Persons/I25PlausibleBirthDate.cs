using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I25: the birth date is not in the future, and the person not older than 125 years.</summary>
public sealed class I25PlausibleBirthDate() : RecordRule<PersonRecord>("I25", Severity.RejectRecord)
{
    private const int OldestAge = 125;

    /// <inheritdoc/>
    public override string Norwegian => "Fødselsdato skal ikke være i framtiden, og alderen ikke over 125 år.";

    /// <inheritdoc/>
    public override string English => "Birth date not in the future, age not above 125.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret mot Folkeregisteret.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 110;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        var today = verdict.File.ReceivedOn;
        var year = record.StatedBirthYear is { } stated and not 0 ? stated : today.Year;
        var birth = record.IdentityType == IdentityType.BirthNumber && !string.IsNullOrEmpty(record.IdentityNumber)
            ? record.Analysis.BirthDate
            : null;
        if (birth > today || year > today.Year)
        {
            verdict.Report(this, record.IdentityNumberField, "Fødselsdatoen er i framtiden.");
        }
        else if (birth?.AddYears(OldestAge + 1) <= today || today.Year - year > OldestAge)
        {
            verdict.Report(this, record.IdentityNumberField, $"Personen er over {OldestAge} år.");
        }
    }
}

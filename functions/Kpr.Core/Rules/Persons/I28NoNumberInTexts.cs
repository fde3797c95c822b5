using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Persons;

/// <summary>I28: no text field holds a national identity number.</summary>
public sealed class I28NoNumberInTexts() : RecordRule<PersonRecord>("I28", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Ingen tekstfelt skal inneholde et identitetsnummer.";

    /// <inheritdoc/>
    public override string English => "No identity number in any text field.";

    /// <inheritdoc/>
    public override string Advice => "Fjern identitetsnummeret fra feltet.";

    /// <inheritdoc/>
    public override string Source => "SSB, kravspesifikasjon for kommunale filer; helseregisterloven § 21";

    /// <inheritdoc/>
    public override int Order => 130;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.FieldHoldingIdentityNumber() is { } field)
        {
            verdict.Report(this, field, "Feltet inneholder et identitetsnummer.");
        }
    }
}

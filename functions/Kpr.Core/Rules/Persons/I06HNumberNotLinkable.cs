using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I06: an H-number is internal to one organisation and cannot be linked.</summary>
public sealed class I06HNumberNotLinkable() : RecordRule<PersonRecord>("I06", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "H-nummer er internt i én virksomhet og kan ikke kobles.";

    /// <inheritdoc/>
    public override string English => "An H-number from outside its own organisation cannot be linked.";

    /// <inheritdoc/>
    public override string Advice => "Send posten på nytt (M) når personen har fått fødselsnummer eller D-nummer.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; HIS 1001";

    /// <inheritdoc/>
    public override int Order => 60;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType == IdentityType.HNumber && !string.IsNullOrEmpty(record.IdentityNumber))
        {
            verdict.Report(this, record.IdentityTypeField, "H-nummer kan ikke kobles til person.");
            record.WithoutPersonKey = true;
        }
    }
}

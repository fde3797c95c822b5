using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I07: only fødselsnummer, D-number and DUF yield a person key. Others are stored without one and told as a deficiency.</summary>
public sealed class I07LinkableType() : RecordRule<PersonRecord>("I07", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Bare fødselsnummer, D-nummer og DUF-nummer gir personnøkkel. Andre typer lagres uten.";

    /// <inheritdoc/>
    public override string English => "Types other than 1, 2 and 10 are accepted without person key and listed as a deficiency.";

    /// <inheritdoc/>
    public override string Advice => "Send posten på nytt (M) når personen har fått fødselsnummer eller D-nummer.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override int Order => 61;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType != IdentityType.None && !record.IdentityType.YieldsPersonKey())
        {
            verdict.Report(this, record.IdentityTypeField, "Identiteten gir ikke personnøkkel. Posten lagres uten.");
            record.WithoutPersonKey = true;
        }
    }
}

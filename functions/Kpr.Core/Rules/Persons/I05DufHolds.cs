using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I05: a number of type 10 is a DUF number that holds.</summary>
public sealed class I05DufHolds() : RecordRule<PersonRecord>("I05", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type 10: tolv siffer med riktig kontrolltall (DUF).";

    /// <inheritdoc/>
    public override string English => "Type 10: twelve digits with the DUF control.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller DUF-nummeret og send posten på nytt.";

    /// <inheritdoc/>
    public override string Source => "DUF-nummerets kontrolltall";

    /// <inheritdoc/>
    public override int Order => 50;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.IdentityType == IdentityType.Duf && !record.IdentitySettled
            && !string.IsNullOrEmpty(record.IdentityNumber) && !Duf.IsValid(record.IdentityNumber))
        {
            verdict.Report(this, record.IdentityNumberField, "Nummeret er ikke et gyldig DUF-nummer.");
        }
    }
}

using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Persons;

/// <summary>I02: the type of identity number (typeID) is present and in list 9032. A missing type rejects the message, an unknown one the record.</summary>
public sealed class I02TypeKnown() : RecordRule<PersonRecord>("I02", Severity.RejectFile, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type identitetsnummer (typeID) skal være oppgitt og finnes i kodeverk 9032.";

    /// <inheritdoc/>
    public override string English => "The type is present and in list 9032 (letters of list 8116 among claims); missing rejects the message, unknown the record.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en kode fra kodeverk 9032 (FNR, DNR, HNR, PNR, UID eller DUF i behandlerkrav).";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 attributtregler; kodeverk 9032 og 8116";

    /// <inheritdoc/>
    public override int Order => 20;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (!record.HasPerson || (record.IdentityMayBeMissing && string.IsNullOrEmpty(record.IdentityNumber)))
        {
            return;
        }

        var text = record.IdentityTypeText;
        if (string.IsNullOrEmpty(text))
        {
            verdict.Report(this, record.IdentityTypeField, "Type identitetsnummer mangler.", record.IdentityMissingSeverity);
            return;
        }

        if (record.TryReadIdentityType(out var type))
        {
            record.IdentityType = type;
        }
        else
        {
            verdict.Report(this, record.IdentityTypeField, "Type identitetsnummer finnes ikke i kodeverket.", Severity.RejectRecord);
        }
    }
}

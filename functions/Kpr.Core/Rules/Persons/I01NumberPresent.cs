using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Persons;

/// <summary>I01: the identity number (fid) is present. In the event feed one missing number rejects the whole message, among claims the claim.</summary>
public sealed class I01NumberPresent() : RecordRule<PersonRecord>("I01", Severity.RejectFile, Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Identitetsnummer (fid) skal være oppgitt.";

    /// <inheritdoc/>
    public override string English => "The identity number is present; missing, it rejects the whole message in the event feed and the claim among claims.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi personens nummer. Finnes det ikke, oppgi fødselsdato ddmmåå med typeID 9.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 attributtregler (Slettemerk melding); formatet for behandlerkrav";

    /// <inheritdoc/>
    public override int Order => 10;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.HasPerson && !record.IdentityMayBeMissing && string.IsNullOrEmpty(record.IdentityNumber))
        {
            verdict.Report(this, record.IdentityNumberField, "Identitetsnummer mangler.", record.IdentityMissingSeverity);
        }
    }
}

using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K18: a tariff is used at least once.</summary>
public sealed class K18TariffCount() : RecordRule<Claim>("K18", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Antallet av en takst skal være minst 1.";

    /// <inheritdoc/>
    public override string English => "The count of a tariff is at least 1. Missing in XML and in the monthly delivery, which demand it, it is set to 1; in JSON 1 is the default.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi hvor mange ganger taksten er brukt.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        Judge(record, record.Takster, verdict);
        Judge(record, record.NlkKoder, verdict);
    }

    private void Judge(Claim record, List<ClaimItem> items, RecordVerdict verdict)
    {
        foreach (var item in items)
        {
            if (item.StatedCount < 1)
            {
                verdict.Report(this, record.Fields.Count, "Antallet av en takst er mindre enn 1. Antallet settes til ukjent.", line: item.Line);
            }
            else if (item.StatedCount is null && !ReferenceEquals(record.Fields, ClaimFields.Json))
            {
                verdict.Report(this, record.Fields.Count, "Antallet av en takst mangler. Det settes til 1.", line: item.Line);
            }
        }
    }
}

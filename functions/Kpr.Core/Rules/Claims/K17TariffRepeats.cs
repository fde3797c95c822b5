using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K17: a tariff is not used more often than it may be.</summary>
public sealed class K17TariffRepeats() : TariffRule("K17")
{
    /// <inheritdoc/>
    public override string Norwegian => "En takst skal ikke brukes flere ganger på en regning enn den kan repeteres.";

    /// <inheritdoc/>
    public override string English => "The count of a tariff, over all lines of the claim, is not above its maximum. A missing count is 1. Judged when the operator has loaded the tariffs.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller antallet. Behandling som gikk over flere konsultasjoner, føres på hver sin regning.";

    /// <inheritdoc/>
    public override string Source => "Helserefusjon, åpne data: takstregisteret";

    /// <inheritdoc/>
    protected override void Judge(Claim record, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict)
    {
        for (var i = 0; i < record.Takster.Count; i++)
        {
            if (record.Takster[i].Code is { } code && IsFirst(record, i)
                && tariffs.Find(code, record.Area, day) is { MaxRepeats: { } most } tariff && Count(record, code) > most)
            {
                verdict.Report(this, record.Fields.Count, $"Takst {tariff.Code} kan brukes høyst {most} {(most == 1 ? "gang" : "ganger")} på en regning.", line: record.Takster[i].Line);
            }
        }
    }

    private static long Count(Claim record, string code)
    {
        var count = 0L;
        foreach (var item in record.Takster)
        {
            count += item.Code == code ? item.Count ?? 1 : 0;
        }

        return count;
    }
}

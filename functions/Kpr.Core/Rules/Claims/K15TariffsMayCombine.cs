using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K15: no two tariffs that exclude each other stand on one claim.</summary>
public sealed class K15TariffsMayCombine() : TariffRule("K15")
{
    /// <inheritdoc/>
    public override string Norwegian => "To takster som utelukker hverandre, skal ikke stå på samme regning.";

    /// <inheritdoc/>
    public override string English => "No tariff of a claim is forbidden together with another of it. It is enough that one of the two forbids the other. Judged when the operator has loaded the tariffs.";

    /// <inheritdoc/>
    public override string Advice => "Fjern den ene av takstene.";

    /// <inheritdoc/>
    public override string Source => "Helserefusjon, åpne data: takstregisteret";

    /// <inheritdoc/>
    protected override void Judge(Claim record, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict)
    {
        for (var i = 1; i < record.Takster.Count; i++)
        {
            if (record.Takster[i].Code is { } code && IsFirst(record, i) && tariffs.Find(code, record.Area, day) is { } tariff)
            {
                JudgeAgainstEarlier(record, i, tariff, tariffs, day, verdict);
            }
        }
    }

    private void JudgeAgainstEarlier(Claim record, int line, Tariff tariff, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict)
    {
        for (var i = 0; i < line; i++)
        {
            if (record.Takster[i].Code is { } code && IsFirst(record, i) && tariffs.Find(code, record.Area, day) is { } earlier
                && (Has(tariff.ForbiddenWith, earlier.Code) || Has(earlier.ForbiddenWith, tariff.Code)))
            {
                verdict.Report(this, record.Fields.Tariff, $"Takst {tariff.Code} kan ikke stå sammen med takst {earlier.Code}.", line: record.Takster[line].Line);
            }
        }
    }
}

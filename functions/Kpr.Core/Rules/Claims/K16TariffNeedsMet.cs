using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K16: what a tariff needs stands on the claim.</summary>
public sealed class K16TariffNeedsMet() : TariffRule("K16")
{
    /// <inheritdoc/>
    public override string Norwegian => "En takst som krever en annen takst, en prosedyre eller en diagnose, skal ha den på samme regning.";

    /// <inheritdoc/>
    public override string English => "Where a tariff requires another tariff, a procedure or a diagnosis, one of those it names stands on the claim. Judged when the operator has loaded the tariffs.";

    /// <inheritdoc/>
    public override string Advice => "Legg til det taksten krever, eller fjern taksten.";

    /// <inheritdoc/>
    public override string Source => "Helserefusjon, åpne data: takstregisteret";

    private const int Shown = 10;

    /// <inheritdoc/>
    protected override void Judge(Claim record, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict)
    {
        for (var i = 0; i < record.Takster.Count; i++)
        {
            if (record.Takster[i].Code is { } code && IsFirst(record, i) && tariffs.Find(code, record.Area, day) is { } tariff)
            {
                var line = record.Takster[i].Line;
                Report(tariff, "taksten", "en av takstene", tariff.RequiresTariff, HasOneOf(record.Takster, tariff.RequiresTariff), record.Fields.Tariff, line, verdict);
                Report(tariff, "prosedyren", "en av prosedyrene", tariff.RequiresProcedure, HasOneOf(record.Prosedyrekoder, tariff.RequiresProcedure), record.Fields.Tariff, line, verdict);
                Report(tariff, "diagnosen", "en av diagnosene", tariff.RequiresDiagnosis, HasDiagnosis(record, tariff.RequiresDiagnosis), record.Fields.Diagnosis, line, verdict);
            }
        }
    }

    private static bool HasOneOf(List<ClaimItem> items, IReadOnlyList<string> codes)
    {
        foreach (var item in items)
        {
            if (Has(codes, item.Code))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasDiagnosis(Claim record, IReadOnlyList<string> codes)
    {
        foreach (var diagnosis in record.Diagnoser)
        {
            for (var i = 0; i < codes.Count; i++)
            {
                if (diagnosis.Code is { } code && (codes[i] is [.. var start, '*'] ? code.AsSpan().StartsWith(start) : code == codes[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Report(
        Tariff tariff, string one, string several, IReadOnlyList<string> required, bool isMet, string field, long line, RecordVerdict verdict)
    {
        if (required.Count > 0 && !isMet)
        {
            var listed = string.Join(", ", required.Take(Shown)) + (required.Count > Shown ? " …" : "");
            verdict.Report(this, field, $"Takst {tariff.Code} krever {(required.Count == 1 ? one : several)} {listed}.", line: line);
        }
    }
}

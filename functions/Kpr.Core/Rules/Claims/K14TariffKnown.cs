using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K14: the tariff is one of the area on the day of treatment.</summary>
public sealed class K14TariffKnown() : TariffRule("K14")
{
    /// <inheritdoc/>
    public override string Norwegian => "Taksten skal finnes for fagområdet og være i bruk på behandlingsdagen.";

    /// <inheritdoc/>
    public override string English => "The tariff is known for the area and in use on the day of treatment; where the area is not told, in any area. Laboratory codes (NLK) are not judged. Judged when the operator has loaded the tariffs.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en takst som gjaldt for fagområdet på behandlingsdagen.";

    /// <inheritdoc/>
    public override string Source => "Helserefusjon, åpne data: takstregisteret";

    /// <inheritdoc/>
    protected override void Judge(Claim record, TariffCatalogue tariffs, DateOnly day, RecordVerdict verdict)
    {
        foreach (var item in record.Takster)
        {
            if (item.Code is { } code && tariffs.Find(code, record.Area, day) is null)
            {
                var fault = tariffs.Knows(code, record.Area) ? "Taksten var ikke i bruk på behandlingsdagen."
                    : record.Area is { } area ? $"Taksten finnes ikke for fagområdet {area}."
                    : "Taksten finnes ikke.";
                verdict.Report(this, record.Fields.Tariff, fault, line: item.Line);
            }
        }
    }
}

using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K28: home municipality and district are known ones.</summary>
public sealed class K28HomeKnown() : RecordRule<Claim>("K28", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Bostedskommune og bydel skal være i bruk på behandlingsdagen; -1 og tomt betyr ukjent.";

    /// <inheritdoc/>
    public override string English => "Home municipality in use on the day, or a special code; the district one of that municipality, whole or by its last two digits. -1, blank and 9999 stand for unknown; anything else that does not hold is set to unknown.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller bostedKommuneNr og bydel. Numre fra NAV-kontorer er ikke bydeler.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; SSB Klass 131 og 103";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record is not { Delivered: { } delivered, LocalTime: { } time })
        {
            return;
        }

        var reference = verdict.File.Reference;
        var day = DateOnly.FromDateTime(time);
        if (delivered.HomeMunicipality is { } home && !reference.IsValidHome(home, day))
        {
            verdict.Report(this, "bostedKommuneNr", "Bostedskommunen var ikke i bruk på behandlingsdagen. Den settes til ukjent.");
            delivered.HomeMunicipality = null;
        }

        if (delivered.District is { } district && !(delivered.HomeMunicipality is { } city && reference.Districts.IsValid(city, district, day)))
        {
            verdict.Report(this, "bydel", "Bydelen hører ikke til bostedskommunen på behandlingsdagen. Den settes til ukjent.");
            delivered.District = null;
        }
    }
}

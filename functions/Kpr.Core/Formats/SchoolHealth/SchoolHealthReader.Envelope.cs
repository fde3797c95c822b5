using System.Globalization;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Persons;

namespace Kpr.Core.Formats.SchoolHealth;

/// <content>The period, and the units of the municipality.</content>
public sealed partial class SchoolHealthReader
{
    private const int KeptUnits = 10_000;
    private const int LongestText = 100;
    private const int LongestReshId = 9;

    // The units that consultations refer to, with the line of the first reference.
    private readonly Dictionary<string, long> _referred = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override void CheckMessage(XprEnvelope envelope)
    {
        envelope.PeriodFrom = Day("fraDatoPeriode", envelope.FraDatoPeriode);
        envelope.PeriodTo = Day("tilDatoPeriode", envelope.TilDatoPeriode);
        envelope.ExtractedOn = Day("uttakDato", envelope.UttakDato);
        if (envelope.Lopenr is null)
        {
            FileFault(The<F02Structure>.Rule.Warn("lopenr", F02Structure.Missing("lopenr"), envelope.Line));
        }
        else if (!XsdTypes.TryInteger(envelope.Lopenr, out _))
        {
            FileFault(The<F02Structure>.Rule.Warn("lopenr", "lopenr er ikke et heltall og blankes.", envelope.Line));
            envelope.Lopenr = null;
        }
    }

    /// <inheritdoc/>
    protected override void ReadMunicipalityContent()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextEnvelopeChild(depth))
        {
            if (!Is(_names.Enhet))
            {
                SkipEnvelopeStranger();
                continue;
            }

            var unit = new Unit(Line);
            ReadEnvelopeAttributes(_names.EnhetAttributes, unit);
            Take(unit, ((SchoolHealthEnvelope)Envelope!).Units);
            SkipContent();
        }
    }

    /// <inheritdoc/>
    protected override void CheckWholeMessage()
    {
        var units = ((SchoolHealthEnvelope)Envelope!).Units;
        var unknown = _referred.Where(reference => !units.ContainsKey(reference.Key)).ToList();
        if (unknown.Count > 0 && units.Count < KeptUnits)
        {
            FileFault(The<F02Structure>.Rule.Warn(
                "enhetID",
                string.Create(CultureInfo.InvariantCulture, $"Konsultasjoner viser til {unknown.Count} enheter (RefEnhet) som ikke står under Kommune."),
                unknown.Min(reference => reference.Value)));
        }
    }

    private DateOnly? Day(string field, string? value)
    {
        if (value is null)
        {
            FileFault(The<F02Structure>.Rule.MissingAttribute(field, Line));
        }
        else if (XsdTypes.TryDate(value, out var day))
        {
            return day;
        }
        else
        {
            FileFault(The<F02Structure>.Rule.BadValue(field, "en dato (åååå-MM-dd)", Line));
        }

        return null;
    }

    // What the register does with a unit's attributes: without a key it is passed over, a wrong number or text is blanked.
    private void Take(Unit unit, IDictionary<string, Unit> units)
    {
        if (unit.OrgNr is { } organisation && !OrganisationNumber.IsValid(organisation))
        {
            FileFault(The<I27OrganisationNumber>.Rule.InEnvelope("orgNr", unit.Line));
            unit.OrgNr = null;
        }

        if (unit.ReshId is { } resh && (resh.Length is 0 or > LongestReshId || !resh.All(char.IsAsciiDigit)))
        {
            Warn(unit, "reshID", $"reshID har ikke 1–{LongestReshId} siffer og settes til −1.");
            unit.ReshId = "-1";
        }

        if (unit.EnhetLokal is { Length: > LongestText })
        {
            Warn(unit, "enhetLokal", $"enhetLokal er lengre enn {LongestText} tegn og blankes.");
            unit.EnhetLokal = null;
        }

        if (string.IsNullOrEmpty(unit.EnhetId))
        {
            Warn(unit, "enhetID", "enhetID mangler. Enheten tas ikke med.");
        }
        else if (unit.EnhetId.Length > LongestText)
        {
            Warn(unit, "enhetID", $"enhetID er lengre enn {LongestText} tegn. Enheten tas ikke med.");
        }
        else if (units.ContainsKey(unit.EnhetId))
        {
            Warn(unit, "enhetID", "enhetID er brukt for en annen enhet i kommunen. Enheten tas ikke med.");
        }
        else if (units.Count < KeptUnits)
        {
            units.Add(unit.EnhetId, unit);
        }
    }

    private void Warn(Unit unit, string field, string message) => FileFault(The<F02Structure>.Rule.Warn(field, message, unit.Line));

    private void Refer(List<UnitReference> references)
    {
        foreach (var reference in references)
        {
            if (!string.IsNullOrEmpty(reference.EnhetId) && _referred.Count < KeptUnits)
            {
                _referred.TryAdd(reference.EnhetId, reference.Line);
            }
        }
    }
}

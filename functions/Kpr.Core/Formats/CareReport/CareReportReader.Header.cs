using System.Globalization;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Persons;

namespace Kpr.Core.Formats.CareReport;

/// <content>What stands before the records: header, what the report is about, contacts.</content>
public sealed partial class CareReportReader
{
    private const int KeptParts = 100;

    private void ReadEnvelopePart()
    {
        var envelope = _envelope!;
        if (Is(_names.Hode) && !envelope.HasHode)
        {
            Misplaced(envelope.MunicipalityCount > 0);
            envelope.HasHode = true;
            var line = Line;
            ReadEnvelopeAttributes(_names.HodeAttributes, envelope);
            CheckHode(envelope, line);
            SkipContent();
        }
        else if (Is(_names.Ident))
        {
            Misplaced(envelope.ContactCount > 0 || envelope.Records > 0);
            var line = Line;
            ReadEnvelopeAttributes(_names.IdentAttributes[(int)envelope.Shipment], envelope);
            if (envelope.MunicipalityCount++ < KeptParts)
            {
                envelope.Municipalities.Add((envelope.KommuneNr, line));
            }

            CheckIdent(envelope, line);
            SkipContent();
        }
        else if (Is(_names.Kontaktperson) && envelope.Shipment != CareReportShipment.Identity)
        {
            Misplaced(envelope.Records > 0);
            var draft = new EnvelopePartDraft();
            var line = Line;
            ReadEnvelopeAttributes(_names.KontaktpersonAttributes, draft);
            if (envelope.ContactCount++ < KeptParts)
            {
                envelope.Contacts.Add(new ContactPerson(line, draft.KontPerson, draft.MeldTelefon, draft.MeldEpost1, null, draft.TypeKontaktperson));
            }

            SkipContent();
        }
        else
        {
            SkipEnvelopeStranger();
        }
    }

    // Once, when the first record or the end is met. What is missing by then has no place left.
    private void CheckHeader()
    {
        if (_headerChecked)
        {
            return;
        }

        _headerChecked = true;
        var envelope = _envelope!;
        Missing("Hode", !envelope.HasHode);
        Missing("Ident", envelope.MunicipalityCount == 0);
        if (envelope.Shipment != CareReportShipment.Identity)
        {
            Missing("Kontaktperson", envelope.ContactCount == 0);
            Count("antallBrukere", envelope.AntallBrukere, envelope.Line);
            Count("antallTjenester", envelope.AntallTjenester, envelope.Line);
        }
    }

    private void CheckHode(CareReportEnvelope envelope, long line)
    {
        if (Required("meldingsId", envelope.MessageId, line))
        {
            Bad("meldingsId", "en GUID", !GuidKey.TryParse(envelope.MessageId, out _), line);
        }

        if (Required("generertTid", envelope.GenerertTid, line))
        {
            Bad("generertTid", "dato og klokkeslett med sone (åååå-MM-ddTtt:mm:ss+00:00)",
                !XsdTypes.TryDateTime(envelope.GenerertTid, out _, out var zone) || zone is null, line);
        }

        Address("avsenderHerId", envelope.AvsenderHerId, line);
        Address("mottakerHerId", envelope.MottakerHerId, line);
        if (Required("avsenderOrgNr", envelope.AvsenderOrgNr, line) && !OrganisationNumber.IsValid(envelope.AvsenderOrgNr))
        {
            FileFault(The<I27OrganisationNumber>.Rule.InEnvelope("avsenderOrgNr", line));
        }
    }

    private void CheckIdent(CareReportEnvelope envelope, long line)
    {
        envelope.PeriodFrom = Day("fraDatoPeriode", envelope.FraDatoPeriode, line);
        envelope.PeriodTo = Day("tilDatoPeriode", envelope.TilDatoPeriode, line);
        envelope.ExtractedOn = Day("uttakDato", envelope.UttakDato, line);
        envelope.SerialNumber = null;
        if (Required("lopenr", envelope.Lopenr, line))
        {
            var holds = long.TryParse(envelope.Lopenr, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            envelope.SerialNumber = holds ? number : null;
            Bad("lopenr", "et heltall større enn 0", !holds, line);
        }

        if (envelope.Nullrapport is { } nil)
        {
            Bad("nullrapport", "0 eller 1", nil is not ("0" or "1"), line);
        }

        if (envelope.Shipment == CareReportShipment.Identity)
        {
            Count("antallPersoner", envelope.AntallPersoner, line);
        }
    }

    private void Address(string field, string? value, long line)
    {
        if (Required(field, value, line))
        {
            Bad(field, "en HER-id", value!.Length is 0 or > 10 || !value.All(char.IsAsciiDigit), line);
        }
    }

    private void Count(string field, string? value, long line)
    {
        if (Required(field, value, line))
        {
            Bad(field, "et heltall", !XsdTypes.TryInteger(value, out var number) || number < 0, line);
        }
    }

    private DateOnly? Day(string field, string? value, long line)
    {
        if (!Required(field, value, line))
        {
            return null;
        }

        var holds = XsdTypes.TryDate(value, out var day);
        Bad(field, "en dato (åååå-MM-dd)", !holds, line);
        return holds ? day : null;
    }

    private bool Required(string field, string? value, long line)
    {
        if (value is null)
        {
            FileFault(new Fault(The<F02Structure>.Rule, Severity.RejectFile, field, line, $"{F02Structure.Missing(field)[..^1]} (T02)."));
        }

        return value is not null;
    }

    private void Bad(string field, string type, bool bad, long line)
    {
        if (bad)
        {
            FileFault(The<F02Structure>.Rule.BadValue(field, type, line));
        }
    }

    private void Missing(string element, bool missing)
    {
        if (missing)
        {
            FileFault(The<F02Structure>.Rule.MissingElement(element, null));
        }
    }

    private void Misplaced(bool misplaced)
    {
        if (misplaced)
        {
            FileFault(The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line));
        }
    }
}

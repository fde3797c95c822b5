using Kpr.Core.Catalogue;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareEvents;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>
/// What the schema demands of a notification's values, beyond names and nesting. A fault has its own rule
/// where there is one (E02, E10, I01, I02), else F02 rejects the record.
/// </summary>
internal static class CareEventStructure
{
    private const int LongestLocalNumber = 100;
    private const int LongestDistrict = 6;

    public static void Check(CareEvent care)
    {
        CheckNotification(care);
        if (care.Kind != CareEventKind.None)
        {
            CheckEvent(care);
            CheckUser(care);
        }
    }

    private static void CheckNotification(CareEvent care)
    {
        if (string.IsNullOrEmpty(care.NotifikasjonGuid))
        {
            care.AddFault(The<E02UniqueNotification>.Rule, "notifikasjonGUID", F02Structure.Missing("notifikasjonGUID"));
        }
        else if (Guid(care, "notifikasjonGUID", care.NotifikasjonGuid, care.Line) is { } own)
        {
            if (own == System.Guid.Empty)
            {
                care.AddFault(The<E02UniqueNotification>.Rule, "notifikasjonGUID", "notifikasjonGUID er den tomme GUID-en.");
            }
            else
            {
                care.OwnId = own;
            }
        }

        Required(care, "statusNotifikasjon", care.StatusNotifikasjon, care.Line);
        Required(care, "notifikasjonLopeNr", care.NotifikasjonLopeNr, care.Line);
        if (Required(care, "notifikasjonForrigeGUID", care.NotifikasjonForrigeGuid, care.Line))
        {
            care.PreviousId = Guid(care, "notifikasjonForrigeGUID", care.NotifikasjonForrigeGuid!, care.Line);
        }

        if (Required(care, "notifikasjonTid", care.NotifikasjonTid, care.Line))
        {
            if (XsdTypes.TryDateTime(care.NotifikasjonTid, out var time, out _))
            {
                care.NotifiedOn = DateOnly.FromDateTime(time);
            }
            else
            {
                WrongType(care, "notifikasjonTid", "dato og klokkeslett (åååå-MM-ddTtt:mm:ss)", care.Line);
            }
        }

        if (care.NotifikasjonRef is { } reference)
        {
            Guid(care, "notifikasjonRef", reference, care.Line);
        }
    }

    private static void CheckEvent(CareEvent care)
    {
        Required(care, "tjenesteType", care.TjenesteType, care.EventLine);
        NotEmpty(care, "tjenesteID", care.TjenesteId, care.EventLine);
        if (Required(care, "hendelseGUID", care.HendelseGuid, care.EventLine))
        {
            Guid(care, "hendelseGUID", care.HendelseGuid!, care.EventLine);
        }

        if (Required(care, "hendelseDato", care.HendelseDato, care.EventLine))
        {
            if (XsdTypes.TryDate(care.HendelseDato, out var day))
            {
                care.EventDay = day;
            }
            else
            {
                WrongType(care, "hendelseDato", "en dato (åååå-MM-dd)", care.EventLine);
            }
        }

        if (Required(care, "hendelseRegTid", care.HendelseRegTid, care.EventLine))
        {
            if (XsdTypes.TryDateTime(care.HendelseRegTid, out var time, out var offset))
            {
                care.RegisteredAt = offset is { } zone ? new DateTimeOffset(time, zone) : NorwegianTime.FromLocal(time);
            }
            else
            {
                WrongType(care, "hendelseRegTid", "dato og klokkeslett (åååå-MM-ddTtt:mm:ss)", care.EventLine);
            }
        }

        if (care.Kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil)
        {
            NotEmpty(care, "midlertidigStoppID", care.MidlertidigStoppId, care.EventLine);
        }
    }

    private static void CheckUser(CareEvent care)
    {
        if (!care.HasBruker)
        {
            care.AddFault(The<F02Structure>.Rule, "Bruker", F02Structure.Missing("Bruker"), Severity.RejectRecord, care.EventLine);
            return;
        }

        if (Required(care, "pasientGUID", care.PasientGuid, care.BrukerLine))
        {
            Guid(care, "pasientGUID", care.PasientGuid!, care.BrukerLine);
        }

        if (NotEmpty(care, "brukerNr", care.BrukerNr, care.BrukerLine) && care.BrukerNr!.Length > LongestLocalNumber)
        {
            WrongType(care, "brukerNr", $"på høyst {LongestLocalNumber} tegn", care.BrukerLine);
        }

        if (care.Bydel is { Length: 0 or > LongestDistrict })
        {
            WrongType(care, "bydel", $"på 1–{LongestDistrict} tegn", care.BrukerLine);
        }
    }

    private static bool Required(CareEvent care, string field, string? value, long line)
    {
        if (value is null)
        {
            care.AddFault(The<F02Structure>.Rule, field, F02Structure.Missing(field), Severity.RejectRecord, line);
        }

        return value is not null;
    }

    // A key that is empty ties nothing together; the schema would allow it.
    private static bool NotEmpty(CareEvent care, string field, string? value, long line) =>
        Required(care, field, string.IsNullOrEmpty(value) ? null : value, line);

    private static Guid? Guid(CareEvent care, string field, string value, long line)
    {
        if (GuidKey.TryParse(value, out var guid))
        {
            return guid;
        }

        WrongType(care, field, "en GUID", line);
        return null;
    }

    private static void WrongType(CareEvent care, string field, string type, long line) =>
        care.AddFault(The<F02Structure>.Rule, field, F02Structure.WrongType(field, type), Severity.RejectRecord, line);
}

using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>What the schema demands of the values of an event and its user (E10 is a rule of its own).</summary>
internal static class CareEventStructure
{
    private const int LongestDistrict = 6;

    public static void Check(CareEvent care)
    {
        XprStructure.Required(care, "tjenesteType", care.TjenesteType, care.EventLine);
        XprStructure.NotEmpty(care, "tjenesteID", care.TjenesteId, care.EventLine);
        if (XprStructure.Required(care, "hendelseGUID", care.HendelseGuid, care.EventLine))
        {
            XprStructure.Guid(care, "hendelseGUID", care.HendelseGuid!, care.EventLine);
        }

        if (XprStructure.Required(care, "hendelseDato", care.HendelseDato, care.EventLine))
        {
            if (XsdTypes.TryDate(care.HendelseDato, out var day))
            {
                care.EventDay = day;
            }
            else
            {
                XprStructure.WrongType(care, "hendelseDato", "en dato (åååå-MM-dd)", care.EventLine);
            }
        }

        care.RegisteredAt = XprStructure.Instant(care, "hendelseRegTid", care.HendelseRegTid, care.EventLine);
        if (care.Kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil)
        {
            XprStructure.NotEmpty(care, "midlertidigStoppID", care.MidlertidigStoppId, care.EventLine);
        }

        if (XprStructure.CheckPerson(care, "Bruker") && care.Bydel is { Length: 0 or > LongestDistrict })
        {
            XprStructure.WrongType(care, "bydel", $"på 1–{LongestDistrict} tegn", care.PersonLine);
        }
    }
}

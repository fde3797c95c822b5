using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareEvents;

namespace Kpr.Benchmarks.Files;

/// <summary>
/// Writes care events of one municipality as XPR(ipl) 56.0.0, as many as are asked for and in constant memory: valid by
/// schema and by every rule, so that nothing is saved by rejecting early. The same arguments give the same bytes.
/// </summary>
/// <param name="municipality">Municipality number.</param>
/// <param name="records">Number of notifications.</param>
internal sealed class CareEventFile(string municipality, int records)
{
    /// <summary>Bytes of a notification, on average.</summary>
    public const int BytesPerRecord = 603;

    // All in a year that is over, since registrations in the future are rejected.
    private const int Year = 2025;
    private const int ServicesAtATime = 5_000;
    private const int Seed = 20_250_101;

    private readonly Random _random = new(Seed ^ int.Parse(municipality, CultureInfo.InvariantCulture));
    private readonly IReadOnlyList<District> _districts = Districts.Of(municipality, new DateOnly(Year, 12, 31));
    private int _services;

    /// <summary>Writes the file.</summary>
    public void Write(Stream target)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("""<?xml version="1.0" encoding="UTF-8"?>""");
        text.WriteLine(
            $"""<Melding xmlns="http://www.npr.no/xmlstds/56_0_0_ipl" versjon="56.0.0" meldingstype="K" leverandor="Øvelev" navnEPJ="Øvesystem" versjonEPJ="7.2" versjonUt="1.4" lokalident="{municipality}-{records}">""");
        var active = Enumerable.Range(0, Math.Min(ServicesAtATime, Math.Max(1, records / 4))).Select(_ => NextService()).ToArray();
        var previous = Guid.Empty;
        for (var number = 1; number <= records; number++)
        {
            var place = _random.Next(active.Length);
            var own = NewGuid();
            WriteRecord(text, active[place], number, own, previous);
            previous = own;
            if (active[place].IsOver)
            {
                active[place] = NextService();
            }
        }

        foreach (var (role, type) in (ReadOnlySpan<(string, string)>)[("IPLOS-kontakt", "16"), ("Innsendingsansvarlig", "17")])
        {
            text.WriteLine($"""<Kontaktperson kontPerson="{role}" meldEpost1="post@example.no" typeKontaktperson="{type}"/>""");
        }

        text.WriteLine($"""<Kommune kommuneNr="{municipality}"/>""");
        text.WriteLine("</Melding>");
    }

    private void WriteRecord(StreamWriter text, CareService service, int number, Guid own, Guid previous)
    {
        var registered = new DateTime(Year, 1, 2, 7, 0, 0).AddMinutes((long)number * 362 * 1440 / records).Date.AddSeconds(_random.Next(7 * 3600, 17 * 3600));
        var notified = registered.AddSeconds(_random.Next(60, 1800));
        var corrects = service.Last is not null && _random.Next(50) == 0;
        if (!corrects)
        {
            service.MoveOn(own);
        }

        var reference = corrects ? $" notifikasjonRef=\"{service.Last}\"" : "";
        var organisation = service.Kind == CareEventKind.TjenesteutforerEndret || service.Type != "29" ? $" tjenesteOrgNr=\"{service.Organisation}\"" : "";
        var pause = service.Kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil ? $" midlertidigStoppID=\"{service.Key}-P{service.Pauses}\"" : "";
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            <Notifikasjon statusNotifikasjon="{(corrects ? 'M' : 'N')}" notifikasjonTid="{notified:yyyy-MM-ddTHH:mm:ss}" notifikasjonGUID="{own}" notifikasjonForrigeGUID="{previous}" notifikasjonLopeNr="{number}"{reference}>
              <{service.Kind} tjenesteType="{service.Type}" hendelseRegTid="{registered:yyyy-MM-ddTHH:mm:ss}"{organisation} hendelseDato="{registered:yyyy-MM-dd}" tjenesteID="{service.Key}" hendelseGUID="{NewGuid()}"{pause}>
                <Bruker pasientGUID="{service.Patient}" brukerNr="{service.LocalNumber}"{service.District} fid="{service.Person.Number}" typeID="{service.Person.Type}"/>
              </{service.Kind}>
            </Notifikasjon>
            """));
    }

    // Every user has two services, one after the other.
    private CareService NextService()
    {
        var service = _services++;
        var user = service / 2;
        var district = _districts.Count == 0 ? "" : $" bydel=\"{_districts[user % _districts.Count].Number}\"";
        return new CareService(_random, municipality, user, service, district);
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

using System.Globalization;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.SchoolHealth;

/// <summary>Builds school health files for tests.</summary>
internal sealed class SchoolHealthDocument() : XprDocument(Module)
{
    public static new XprModule Module { get; } = new(
        "school-health", "formats/xpr-56.0.0-hst", "hst",
        "<Melding xmlns=\"http://www.npr.no/xmlstds/56_0_0_hst\" versjon=\"56.0.0\" meldingstype=\"K\" fraDatoPeriode=\"2026-02-01\" tilDatoPeriode=\"2026-02-28\" uttakDato=\"2026-03-01\" lopenr=\"7\" leverandor=\"Leverandør\" navnEPJ=\"Fagsystem\" versjonEPJ=\"1.0\" versjonUt=\"1.0\">",
        "<Kontaktperson kontPerson=\"Kontakt\" meldEpost1=\"kontakt@kommune.no\" typeKontaktperson=\"18\"/>",
        "<Kommune kommuneNr=\"0301\"><Enhet enhetID=\"HS1\" orgNr=\"974760673\" enhetNavn=\"Helsestasjonen\"/></Kommune>",
        "Konsultasjon", "Barn_ungdom", "barn_ungdomNr=\"B2\"", "konsultasjonID", Notification);

    /// <summary>A consultation; all are of the same child, since a child has one number and one GUID.</summary>
    public static string Notification(int number)
    {
        var previous = number == 1 ? Guid.Empty : Id(number - 1);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <Notifikasjon statusNotifikasjon="N" notifikasjonTid="2026-03-01T10:00:00" notifikasjonGUID="{Id(number)}" notifikasjonForrigeGUID="{previous}" notifikasjonLopeNr="{number}">
              <Konsultasjon konsultasjonID="K{number}" datoTidStart="2026-02-28T08:30:00" formKonsultasjon="I" anbefaltTypeKonsultasjon="2A" konsultasjonRegistrertTidspunkt="2026-03-01T09:00:00" amming="3">
                <Barn_ungdom pasientGUID="{Id(2002)}" barn_ungdomNr="B2" kjonn="1" fodselsar="1942" fid="{Person}" typeID="1"/>
                <Deltaker deltakerType="2"/>
                <Helseperson polUtforende="28" helsepersonHPR="999000123"/>
                <Maling typeMaling="Vekt" malingDatoTid="2026-02-28T08:40:00"><Maleresultat maleresultatNr="1" verdi="11,3" enhet="kg"/></Maling>
                <RefEnhet enhetID="HS1" typeEnhet="9"/>
              </Konsultasjon>
            </Notifikasjon>
            """);
    }
}

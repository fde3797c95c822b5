using System.Globalization;
using System.Text;
using Kpr.Core.Catalogue;

namespace Kpr.Benchmarks.Files;

/// <summary>
/// Writes the professional shipment (KPR_IPL) of one municipality, of as many users as are asked for and in constant memory:
/// without a finding, so that nothing is saved by rejecting early. The same arguments give the same bytes.
/// </summary>
/// <param name="municipality">Municipality number.</param>
/// <param name="users">Number of users.</param>
internal sealed class CareReportFile(string municipality, int users)
{
    /// <summary>Bytes of a user, on average.</summary>
    public const int BytesPerUser = 1_710;

    private const int Year = 2024;
    private const int ServicesEach = 3;
    private const int Variables = 20;
    private const int Seed = 20_240_101;

    private readonly Random _random = new(Seed);
    private readonly IReadOnlyList<District> _districts = Districts.Of(municipality, new DateOnly(Year, 12, 31));

    /// <summary>Writes the file.</summary>
    public void Write(Stream target)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 20, leaveOpen: true) { NewLine = "\n" };
        text.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Melding xmlns="urn:kpr:aarsrapport:ipl" antallBrukere="{users}" antallTjenester="{users * ServicesEach}">
            <Hode meldingstype="KPR_IPL" meldingsId="{NewGuid()}" generertTid="{Year + 1}-01-08T22:00:00+01:00" avsenderHerId="90001" mottakerHerId="171479" avsenderOrgNr="{SyntheticPeople.Organisation(0)}"/>
            <Ident versjon="57.0.1" kommuneNr="{municipality}" fraDatoPeriode="{Year}-01-01" tilDatoPeriode="{Year}-12-31" uttakDato="{Year + 1}-01-08" lopenr="1" leverandor="Øvelev" navnEPJ="Øvesystem" versjonEPJ="7.2" versjonUt="1.4"/>
            <Kontaktperson kontPerson="IPLOS-kontakt" meldEpost1="post@example.no" typeKontaktperson="16"/>
            <Kontaktperson kontPerson="Innsendingsansvarlig" meldEpost1="post@example.no" typeKontaktperson="17"/>

            """));
        for (var user = 1; user <= users; user++)
        {
            WriteUser(text, user);
        }

        text.WriteLine("</Melding>");
    }

    private void WriteUser(StreamWriter text, int user)
    {
        var district = _districts.Count == 0 ? "" : $" bydel=\"{_districts[user % _districts.Count].Number}\"";
        var applied = new DateOnly(Year, 1, 1).AddDays(_random.Next(300));
        text.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <Bruker pasientGUID="{NewGuid()}" brukerNr="U{user}" kjonn="{1 + (user % 2)}" fodselsar="{1930 + (user % 60)}" sivilstand="{1 + (user % 4)}" komNrHjem="{municipality}"{district}>
              <Boforhold husstand="{1 + (user % 2)}" boligtype="11" privatHjelp="{1 + (user % 6)}" heldognstilbud="2"/>
              <Vurdering lege12mnd="1" tannhelse12mnd="2" ernaering="3" individuellPlan="2" koordinator="2"/>
              <Diagnose kodeverk="ICPC-2" kode="P70" dato="{applied:yyyy-MM-dd}"/>
              <Diagnose kodeverk="ICD-10" kode="I50" dato="{applied:yyyy-MM-dd}"/>
              <Kartlegging dato="{applied:yyyy-MM-dd}">

            """));
        for (var variable = 1; variable <= Variables; variable++)
        {
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    <Funksjon variabel=\"{variable}\" skar=\"{_random.Next(1, 6)}\"/>"));
        }

        text.Write(string.Create(CultureInfo.InvariantCulture, $"""
              </Kartlegging>
              <Sak sakID="S{user}" hendelse="1" dato="{applied:yyyy-MM-dd}"/>
              <Sak sakID="S{user}" hendelse="2" dato="{applied.AddDays(5):yyyy-MM-dd}" utfall="2" tjenesteType="15"/>
              <Tjeneste tjenesteID="T{user}-1" sakID="S{user}" tjenesteType="15" startDato="{applied.AddDays(9):yyyy-MM-dd}" timerPerUke="{_random.Next(1, 20)}.50" tjenesteOrgNr="{SyntheticPeople.Organisation(user % 20)}"/>
              <Tjeneste tjenesteID="T{user}-2" tjenesteType="5" startDato="{Year - 1}-{_random.Next(1, 13):00}-{_random.Next(1, 29):00}"/>
              <Tjeneste tjenesteID="T{user}-3" tjenesteType="29" startDato="{Year - 2}-{_random.Next(1, 13):00}-{_random.Next(1, 29):00}"/>
            </Bruker>

            """));
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}

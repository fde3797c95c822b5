using System.Globalization;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>Small care event files, valid unless told otherwise.</summary>
internal static class CareEventText
{
    /// <summary>A synthetic person (month + 80).</summary>
    public const string Person = "17834200368";

    public static string Of(int records = 1, string messageId = "melding-1", string municipality = "0301", Func<int, string, string>? change = null)
    {
        var notifications = Enumerable.Range(1, records).Select(number =>
        {
            var text = Notification(number);
            return change is null ? text : change(number, text);
        });
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Melding xmlns="http://www.npr.no/xmlstds/56_0_0_ipl" versjon="56.0.0" meldingstype="K" leverandor="L" navnEPJ="N" versjonEPJ="1" versjonUt="1" lokalident="{messageId}">
            {string.Join('\n', notifications)}
            <Kontaktperson kontPerson="K" meldEpost1="k@kommune.example" typeKontaktperson="16"/><Kontaktperson kontPerson="I" meldEpost1="i@kommune.example" typeKontaktperson="17"/>
            <Kommune kommuneNr="{municipality}"/>
            </Melding>
            """;
    }

    public static string WithUnknownStatus(int number, string notification) =>
        number % 2 == 0 ? notification.Replace("statusNotifikasjon=\"N\"", "statusNotifikasjon=\"T\"", StringComparison.Ordinal) : notification;

    private static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    private static string Notification(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <Notifikasjon statusNotifikasjon="N" notifikasjonTid="2025-03-01T10:00:00" notifikasjonGUID="{Id(number)}" notifikasjonForrigeGUID="{(number == 1 ? Guid.Empty : Id(number - 1))}" notifikasjonLopeNr="{number}">
        <TjenesteStart tjenesteType="21" hendelseRegTid="2025-03-01T09:00:00" hendelseDato="2025-02-28" tjenesteID="T{number}" hendelseGUID="{Id(100_000 + number)}">
        <Bruker pasientGUID="{Id(200_000 + number)}" brukerNr="B{number}" fid="{Person}" typeID="1"/></TjenesteStart></Notifikasjon>
        """);
}

using System.Globalization;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.CareEvents;

/// <summary>Builds care event files for tests.</summary>
internal sealed class CareEventDocument() : XprDocument(Module)
{
    public static new XprModule Module { get; } = new(
        "care-events", "formats/xpr-56.0.0-ipl", "ipl",
        "<Melding xmlns=\"http://www.npr.no/xmlstds/56_0_0_ipl\" versjon=\"56.0.0\" meldingstype=\"K\" leverandor=\"Leverandør\" navnEPJ=\"Fagsystem\" versjonEPJ=\"1.0\" versjonUt=\"1.0\">",
        "<Kontaktperson kontPerson=\"Kontakt\" meldEpost1=\"kontakt@kommune.no\" typeKontaktperson=\"16\"/><Kontaktperson kontPerson=\"Innsender\" meldEpost1=\"innsender@kommune.no\" typeKontaktperson=\"17\"/>",
        "<Kommune kommuneNr=\"0301\"/>", "TjenesteStart", "Bruker", "brukerNr=\"B2\"", "tjenesteID", Notification);

    public new CareEventDocument Add(Func<string, string>? change = null)
    {
        base.Add(change);
        return this;
    }

    public new CareEventDocument Raw(string text)
    {
        base.Raw(text);
        return this;
    }

    public static string Notification(int number)
    {
        var previous = number == 1 ? Guid.Empty : Id(number - 1);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <Notifikasjon statusNotifikasjon="N" notifikasjonTid="2026-03-01T10:00:00" notifikasjonGUID="{Id(number)}" notifikasjonForrigeGUID="{previous}" notifikasjonLopeNr="{number}">
              <TjenesteStart tjenesteType="21" hendelseRegTid="2026-03-01T09:00:00" hendelseDato="2026-02-28" tjenesteID="T{number}" hendelseGUID="{Id(1000 + number)}">
                <Bruker pasientGUID="{Id(2000 + number)}" brukerNr="B{number}" fid="{Person}" typeID="1"/>
              </TjenesteStart>
            </Notifikasjon>
            """);
    }

    public static Receipt Judge(
        byte[] file, Action<RuleSettings>? configure = null, SourceLimits? limits = null, DateTimeOffset? receivedAt = null, string sender = "0301") =>
        JudgeFile(Module, file, configure, limits, receivedAt, sender);
}

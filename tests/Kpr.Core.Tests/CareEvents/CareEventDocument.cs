using System.Globalization;
using System.Text;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareEvents;

/// <summary>Builds care event files for tests: valid by default, and broken just where a test says.</summary>
internal sealed class CareEventDocument
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeProvider Clock = new StoppedClock();

    /// <summary>A synthetic person (month + 80).</summary>
    public const string Person = "17834200368";

    private readonly List<string> _notifications = [];

    public string Declaration { get; set; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    public string Root { get; set; } =
        "<Melding xmlns=\"http://www.npr.no/xmlstds/56_0_0_ipl\" versjon=\"56.0.0\" meldingstype=\"K\" leverandor=\"Leverandør\" navnEPJ=\"Fagsystem\" versjonEPJ=\"1.0\" versjonUt=\"1.0\">";

    public string Contacts { get; set; } =
        "<Kontaktperson kontPerson=\"Kontakt\" meldEpost1=\"kontakt@kommune.no\" typeKontaktperson=\"16\"/><Kontaktperson kontPerson=\"Innsender\" meldEpost1=\"innsender@kommune.no\" typeKontaktperson=\"17\"/>";

    public string Municipality { get; set; } = "<Kommune kommuneNr=\"0301\"/>";

    public string Closing { get; set; } = "</Melding>";

    public static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Adds a valid start event and lets a test change its text.</summary>
    public CareEventDocument Add(Func<string, string>? change = null)
    {
        var number = _notifications.Count + 1;
        var text = Notification(number);
        _notifications.Add(change is null ? text : change(text));
        return this;
    }

    public CareEventDocument Raw(string text)
    {
        _notifications.Add(text);
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

    public override string ToString() =>
        $"{Declaration}\n{Root}\n{string.Join('\n', _notifications)}\n{Contacts}\n{Municipality}\n{Closing}";

    public Receipt Judge(Action<RuleSettings>? configure = null) => Judge(Encoding.UTF8.GetBytes(ToString()), configure);

    public static Receipt Judge(
        byte[] file, Action<RuleSettings>? configure = null, SourceLimits? limits = null, DateTimeOffset? receivedAt = null, string sender = "0301")
    {
        using var stored = new MemoryStream(file);
        return Judge(stored, "hendelser.xml", configure, limits, receivedAt, sender);
    }

    public static Receipt Judge(
        Stream stored, string name, Action<RuleSettings>? configure = null, SourceLimits? limits = null, DateTimeOffset? receivedAt = null,
        string sender = "0301")
    {
        var settings = new RuleSettings();
        configure?.Invoke(settings);
        var context = new FileContext(receivedAt ?? ReceivedAt, settings) { Sender = sender };
        return new FileJudge(new CareEventsFeed(), context, limits ?? new SourceLimits()).Judge(stored, name, Clock);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ReceivedAt.AddMinutes(1);
    }
}

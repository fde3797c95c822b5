using System.Text;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Xpr;

/// <summary>Builds XPR files for tests: valid by default, and broken just where a test says.</summary>
internal class XprDocument(XprModule module)
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A synthetic person (month + 80).</summary>
    public const string Person = "17834200368";

    private static readonly TimeProvider Clock = new StoppedClock();

    private readonly List<string> _notifications = [];

    public XprModule Module => module;

    public string Declaration { get; set; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    public string Root { get; set; } = module.Root;

    public string Contacts { get; set; } = module.Contacts;

    public string Municipality { get; set; } = module.Municipality;

    public string Closing { get; set; } = "</Melding>";

    public static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Adds a valid notification and lets a test change its text.</summary>
    public XprDocument Add(Func<string, string>? change = null)
    {
        var text = module.Notification(_notifications.Count + 1);
        _notifications.Add(change is null ? text : change(text));
        return this;
    }

    public XprDocument Raw(string text)
    {
        _notifications.Add(text);
        return this;
    }

    public override string ToString() =>
        $"{Declaration}\n{Root}\n{string.Join('\n', _notifications)}\n{Contacts}\n{Municipality}\n{Closing}";

    public Receipt Judge(Action<RuleSettings>? configure = null) => JudgeFile(module, Encoding.UTF8.GetBytes(ToString()), configure);

    public static Receipt JudgeFile(
        XprModule module, byte[] file, Action<RuleSettings>? configure = null, SourceLimits? limits = null, DateTimeOffset? receivedAt = null,
        string sender = "0301", string name = "hendelser.xml", bool knowsRegister = false)
    {
        using var stored = new MemoryStream(file);
        return JudgeFile(module, stored, configure, limits, receivedAt, sender, name, knowsRegister);
    }

    public static Receipt JudgeFile(
        XprModule module, Stream stored, Action<RuleSettings>? configure = null, SourceLimits? limits = null, DateTimeOffset? receivedAt = null,
        string sender = "0301", string name = "hendelser.xml", bool knowsRegister = false)
    {
        var settings = new RuleSettings();
        configure?.Invoke(settings);
        var context = new FileContext(receivedAt ?? ReceivedAt, settings) { Sender = sender, KnowsRegister = knowsRegister };
        return new FileJudge(module.Find(), context, limits ?? new SourceLimits()).Judge(stored, name, Clock);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ReceivedAt.AddMinutes(1);
    }
}

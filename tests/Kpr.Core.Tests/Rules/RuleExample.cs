using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Xpr;

namespace Kpr.Core.Tests.Rules;

/// <summary>
/// A file that keeps a rule or breaks it, judged by the real reader and judge. The file has three records, and it is
/// the second that is changed.
/// </summary>
/// <param name="Rule">The rule that the example is about.</param>
/// <param name="Case">What the file is like, in a few words.</param>
internal sealed record RuleExample(string Rule, string Case)
{
    /// <summary>The file; unset: three good records.</summary>
    public Func<byte[]> File { get; init; } = () => Bytes(new CareEventDocument().Add().Add().Add());

    /// <summary>The module of XPR that the file is of.</summary>
    public XprModule Module { get; init; } = CareEventDocument.Module;

    /// <summary>What the operator has set.</summary>
    public Action<RuleSettings>? Settings { get; init; }

    /// <summary>When the file arrives.</summary>
    public DateTimeOffset ReceivedAt { get; init; } = CareEventDocument.ReceivedAt;

    /// <summary>The municipality that sends the file.</summary>
    public string Sender { get; init; } = "0301";

    /// <summary>Whether the file is judged by the register, with all that it remembers: nothing yet.</summary>
    public bool KnowsRegister { get; init; }

    /// <summary>Whether the file breaks the rule.</summary>
    public bool Breaks { get; init; }

    /// <summary>What the finding costs.</summary>
    public Severity Severity { get; init; }

    /// <summary>The record that the finding is about; null: the file.</summary>
    public long? Ordinal { get; init; }

    /// <summary>The line of the finding.</summary>
    public long? Line { get; init; }

    /// <summary>The field of the finding.</summary>
    public string? Field { get; init; }

    /// <summary>Ids of the other rules that the file breaks, with commas between.</summary>
    public string Others { get; init; } = "";

    /// <summary>Three records whose second is changed.</summary>
    public static RuleExample Keeps(string rule, string @case, params (string Find, string Put)[] changes) =>
        new(rule, @case) { File = () => Second(changes) };

    /// <summary>Three records whose second is changed and breaks a rule.</summary>
    public static RuleExample Broken(string rule, string @case, Severity severity, string field, int line, params (string Find, string Put)[] changes) =>
        new(rule, @case) { File = () => Second(changes), Breaks = true, Severity = severity, Ordinal = 2, Line = line, Field = field };

    /// <summary>A whole document that keeps a rule.</summary>
    public static RuleExample Keeps(string rule, string @case, Action<XprDocument> change) =>
        new(rule, @case) { File = () => Whole(change) };

    /// <summary>A whole document that breaks a rule about the file.</summary>
    public static RuleExample BrokenFile(string rule, string @case, Severity severity, string? field, int? line, Action<XprDocument> change) =>
        new(rule, @case) { File = () => Whole(change), Breaks = true, Severity = severity, Line = line, Field = field };

    /// <summary>Bytes of a document in UTF-8.</summary>
    public static byte[] Bytes(XprDocument document) => Encoding.UTF8.GetBytes(document.ToString());

    /// <summary>Judges the file.</summary>
    public Receipt Judge() => XprDocument.JudgeFile(Module, File(), Settings, receivedAt: ReceivedAt, sender: Sender, knowsRegister: KnowsRegister);

    /// <inheritdoc/>
    public override string ToString() => $"{Rule} {(Breaks ? "broken" : "kept")}: {Case}{(Module.Short == "ipl" ? "" : $" ({Module.Feed})")}";

    /// <summary>A document as a test changes it.</summary>
    public static byte[] Whole(Action<XprDocument> change, XprModule? module = null)
    {
        var document = new XprDocument(module ?? CareEventDocument.Module);
        change(document);
        return Bytes(document);
    }

    /// <summary>Three records whose second is changed.</summary>
    public static byte[] Second((string Find, string Put)[] changes, XprModule? module = null) => Bytes(new XprDocument(module ?? CareEventDocument.Module).Add()
        .Add(text => changes.Aggregate(text, (changed, step) =>
            changed.Contains(step.Find, StringComparison.Ordinal)
                ? changed.Replace(step.Find, step.Put, StringComparison.Ordinal)
                : throw new ArgumentException($"The record does not hold {step.Find}.", nameof(changes))))
        .Add());
}

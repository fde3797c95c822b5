using Kpr.Core.Formats.CareReport;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.CareReport;

/// <summary>A shipment that keeps a rule or breaks it, judged by the real reader and judge. It has three records, and it is the second that is changed.</summary>
/// <param name="Rule">The rule that the example is about.</param>
/// <param name="Case">What the shipment is like, in a few words.</param>
internal sealed record CareReportExample(string Rule, string Case)
{
    public CareReportShipment Shipment { get; init; } = CareReportShipment.Professional;

    /// <summary>Steps that change the second record.</summary>
    public (string Find, string Put)[] Changes { get; init; } = [];

    /// <summary>Changes the document.</summary>
    public Action<CareReportDocument>? Document { get; init; }

    /// <summary>What the counterpart says of the second record.</summary>
    public ReportMatch Match { get; init; }

    public Action<RuleSettings>? Settings { get; init; }

    public DateTimeOffset ReceivedAt { get; init; } = CareReportDocument.ReceivedAt;

    public bool Breaks { get; init; }

    public Severity Severity { get; init; }

    public string? Field { get; init; }

    /// <summary>A text on the line of the finding; null when the finding tells no line.</summary>
    public string? At { get; init; }

    /// <summary>Whether the finding is about the file.</summary>
    public bool OfFile { get; init; }

    /// <summary>Ids of the other rules that the shipment breaks, with commas between.</summary>
    public string Others { get; init; } = "";

    public static CareReportExample Keeps(string rule, string @case, params (string, string)[] changes) => new(rule, @case) { Changes = changes };

    public static CareReportExample Warns(string rule, string @case, string field, string at, params (string, string)[] changes) =>
        new(rule, @case) { Changes = changes, Breaks = true, Severity = Severity.Warning, Field = field, At = at };

    public static CareReportExample Rejects(string rule, string @case, string field, string at, params (string, string)[] changes) =>
        new(rule, @case) { Changes = changes, Breaks = true, Severity = Severity.RejectRecord, Field = field, At = at };

    public static CareReportExample File(string rule, string @case, Severity severity, string? field, string? at, Action<CareReportDocument> document) =>
        new(rule, @case) { Document = document, Breaks = true, Severity = severity, Field = field, At = at, OfFile = true };

    public string Text()
    {
        var document = new CareReportDocument(Shipment).Add().Add(Changed).Add();
        Document?.Invoke(document);
        return document.ToString();
    }

    public Receipt Judge(string text)
    {
        var surroundings = Surroundings.None;
        if (Match != ReportMatch.None)
        {
            var line = text[..text.IndexOf($"\"{CareReportDocument.Id(2)}\"", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
            var key = GuidKey.From(CareReportDocument.Id(2));
            var role = Shipment == CareReportShipment.Identity ? LinkFact.Identity : LinkFact.Professional;
            surroundings = new Surroundings([], [new Fact(FactKind.ReportMatch, key, role, 2, line, key, 0, (ulong)Match)]);
        }

        return CareReportDocument.JudgeFile(System.Text.Encoding.UTF8.GetBytes(text), Settings, ReceivedAt, surroundings);
    }

    public override string ToString() => $"{Rule} {(Breaks ? "broken" : "kept")}: {Case}{(Shipment == CareReportShipment.Professional ? "" : $" ({CareReportEnvelope.NameOf(Shipment)})")}";

    private string Changed(string record) => Changes.Aggregate(record, (changed, step) => changed.Contains(step.Find, StringComparison.Ordinal)
        ? changed.Replace(step.Find, step.Put, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The record does not hold {step.Find}."));
}

using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Receipts;

/// <summary>Receipts to write in one form or another.</summary>
internal static class ReceiptExample
{
    public static Receipt Accepted { get; } = new()
    {
        File = new ReceiptFile("hendelser uke 3.xml", new string('a', 64), 12_345, "care-events", "XPR(ipl)", "56.0.0", "0301", "melding-1"),
        Status = ReceiptStatus.Accepted,
        ReceivedAt = new DateTime(2026, 1, 12, 9, 30, 0, DateTimeKind.Utc),
        CompletedAt = new DateTime(2026, 1, 12, 9, 31, 0, DateTimeKind.Utc),
        Counts = new ReceiptCounts(3, 3, 0, 0, 0),
        Rules = new SortedDictionary<string, long>(StringComparer.Ordinal),
        Findings = [],
        FindingsTruncated = false,
    };

    /// <summary>Some findings of each of the rules given.</summary>
    public static Receipt With(ReceiptStatus status, params (string Rule, Severity Severity, int Count)[] rules)
    {
        var findings = rules.SelectMany(rule => Enumerable.Range(1, rule.Count).Select(ordinal => Of(rule.Rule, rule.Severity, ordinal))).Order(Finding.ReceiptOrder).ToList();
        return Accepted with
        {
            Status = status,
            Counts = new ReceiptCounts(5_000, status == ReceiptStatus.Rejected ? 0 : 4_000, status == ReceiptStatus.Rejected ? 5_000 : 1_000, 0, findings.Count(f => f.Severity == Severity.Warning)),
            Rules = new SortedDictionary<string, long>(rules.ToDictionary(rule => rule.Rule, rule => (long)rule.Count), StringComparer.Ordinal),
            Findings = [.. findings.Take(Receipt.MaxFindings)],
            FindingsTruncated = findings.Count > Receipt.MaxFindings,
        };
    }

    public static Finding Of(string rule, Severity severity, int ordinal) => new(
        rule, severity, severity == Severity.RejectFile ? null : ordinal, ordinal * 7, severity == Severity.RejectFile ? null : $"00000000-0000-0000-0000-{ordinal:D12}", "fid",
        $"Noe er galt med post {ordinal}.", RuleCatalogue.Find(rule)!.Advice);
}

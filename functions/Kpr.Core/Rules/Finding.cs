using Kpr.Core.Identity;

namespace Kpr.Core.Rules;

/// <summary>
/// One fault found in a file, as the receipt tells it. All texts are masked: a finding never holds a national
/// identity number, whatever the file held.
/// </summary>
/// <param name="Rule">Rule id, for example "I03".</param>
/// <param name="Severity">What the finding costs.</param>
/// <param name="Ordinal">1-based position of the record in the file; null for a finding about the file.</param>
/// <param name="Line">1-based line in the decoded, inflated file; null when there is none to tell.</param>
/// <param name="RecordId">The record's own GUID; never a national identity number.</param>
/// <param name="Field">Name of the element, attribute or member in the format.</param>
/// <param name="Message">What is wrong, in Norwegian.</param>
/// <param name="Advice">What the sender can do, in Norwegian.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    long? Ordinal,
    long? Line,
    string? RecordId,
    string? Field,
    string Message,
    string? Advice)
{
    /// <summary>A finding whose texts have been masked (rule I28).</summary>
    public static Finding Create(
        Rule rule, Severity severity, long? ordinal, long? line, string? recordId, string? field, string message) =>
        new(rule.Id, severity, ordinal, line, Mask(recordId), Mask(field), Mask(message)!, rule.Advice);

    /// <summary>Order in the receipt: what rejects the file first, then by record and rule.</summary>
    public static readonly IComparer<Finding> ReceiptOrder = Comparer<Finding>.Create(static (a, b) =>
    {
        var byFile = (b.Severity == Severity.RejectFile).CompareTo(a.Severity == Severity.RejectFile);
        if (byFile != 0)
        {
            return byFile;
        }

        var byOrdinal = (a.Ordinal ?? 0).CompareTo(b.Ordinal ?? 0);
        return byOrdinal != 0 ? byOrdinal : string.CompareOrdinal(a.Rule, b.Rule);
    });

    private static string? Mask(string? text) => text is null ? null : IdentityMask.Apply(text);
}

using Kpr.Core.Formats.Sources;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Judging;

/// <summary>The answer to a file that belongs to no feed that can be told.</summary>
public static class UnknownFile
{
    /// <summary>The receipt: rejected under F01, with what can be said of the content.</summary>
    /// <param name="source">The file; read to the end.</param>
    /// <param name="name">Its base name.</param>
    /// <param name="file">What is known of the file.</param>
    /// <param name="completedAt">Asked for the time when all is read.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Receipt Answer(SourceContent source, string name, FileContext file, TimeProvider completedAt)
    {
        var fault = source.Fault ?? source.Kind switch
        {
            SourceKind.Empty => The<F01Readable>.Rule.Empty(),
            SourceKind.Unknown => The<F01Readable>.Rule.Unreadable(),
            _ => The<F01Readable>.Rule.UnknownFormat(),
        };
        var (bytes, sha256) = source.Finish();
        return new Receipt
        {
            File = new ReceiptFile(FileName.Shown(name), sha256, bytes, null, null, null, file.Sender, null),
            Status = ReceiptStatus.Rejected,
            ReceivedAt = file.ReceivedAt.UtcDateTime,
            CompletedAt = completedAt.GetUtcNow().UtcDateTime,
            ReferenceData = ReceiptReferenceData.Of(null, file),
            Counts = new ReceiptCounts(0, 0, 0, 0, 0),
            Rules = new Dictionary<string, long> { [fault.Rule.Id] = 1 },
            Findings = [FileJudge.AsFinding(fault)],
            FindingsTruncated = false,
        };
    }
}

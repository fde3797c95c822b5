using Kpr.Core.Judging;
using Kpr.Core.Receipts;

namespace Kpr.Local.Checking;

/// <summary>Counts files by outcome, for the last line.</summary>
internal sealed class CheckSummary
{
    private readonly SortedDictionary<ReceiptStatus, int> _byStatus = [];
    private int _files;
    private int _repeated;

    /// <summary>Counts a file.</summary>
    public void Add(Receipt receipt, Replay replay)
    {
        _files++;
        _repeated += replay == Replay.SameAsFirst ? 1 : 0;
        _byStatus[receipt.Status] = _byStatus.GetValueOrDefault(receipt.Status) + 1;
    }

    /// <summary>The line.</summary>
    public string Write()
    {
        var statuses = string.Join(", ", _byStatus.Select(pair => $"{pair.Value} {ReceiptText.Name(pair.Key)}"));
        return $"{_files} filer: {statuses}" + (_repeated > 0 ? $" ({_repeated} sendt flere ganger)." : ".");
    }
}

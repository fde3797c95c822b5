using Kpr.Core.Judging;
using Kpr.Core.Receipts;

namespace Kpr.Local.Checking;

/// <summary>Counts files by outcome, for the last line.</summary>
internal sealed class CheckSummary
{
    private readonly int[] _byStatus = new int[Enum.GetValues<ReceiptStatus>().Length];
    private int _files;
    private int _repeated;

    /// <summary>Counts a file.</summary>
    public void Add(Receipt receipt, Replay replay)
    {
        _files++;
        _repeated += replay == Replay.SameAsFirst ? 1 : 0;
        _byStatus[(int)receipt.Status]++;
    }

    /// <summary>The line.</summary>
    public string Write()
    {
        var statuses = string.Join(", ", _byStatus.Index().Where(status => status.Item > 0).Select(status => $"{status.Item} {ReceiptText.Name((ReceiptStatus)status.Index)}"));
        return $"{_files} filer: {statuses}" + (_repeated > 0 ? $" ({_repeated} sendt flere ganger)." : ".");
    }
}

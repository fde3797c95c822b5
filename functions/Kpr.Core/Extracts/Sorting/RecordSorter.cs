namespace Kpr.Core.Extracts.Sorting;

/// <summary>
/// Sorts records of bytes in constant memory, however many there are: a block of them is sorted and put away, and the blocks are merged when all are there. Equal
/// records all come out. Records are compared byte by byte, a shorter one before a longer one that begins with it.
/// </summary>
/// <param name="scratch">Where blocks are put: empty, can be written, read and sought. It holds what the records hold, so where they are personal data it must be kept like them. The caller disposes it.</param>
/// <param name="blockBytes">Bytes of records held at once.</param>
public sealed class RecordSorter(Stream scratch, int blockBytes = 16 << 20)
{
    private readonly List<(long Start, long End)> _runs = [];
    private readonly RecordBlock _block = new();

    /// <summary>Number of records.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> record)
    {
        if (_block.Count > 0 && _block.Length + RecordBlock.HeadLength + record.Length > blockBytes)
        {
            PutAway();
        }

        record.CopyTo(_block.Add(record.Length));
        Count++;
    }

    /// <summary>All records in order. A record lasts until the next is asked for; no record may be added any more.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Sorted()
    {
        if (_runs.Count > 0)
        {
            PutAway();
            return RecordMerge.InOrder(_runs.Select(run => new RecordCursor(scratch, run.Start, run.End))).Select(run => run.Memory);
        }

        _block.Sort();
        return Enumerable.Range(0, _block.Count).Select(at => _block[at]);
    }

    private void PutAway()
    {
        _block.Sort();
        var start = scratch.Seek(0, SeekOrigin.End);
        _block.Write(scratch);
        _runs.Add((start, scratch.Position));
        _block.Clear();
    }
}

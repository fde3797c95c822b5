using System.Collections;

namespace Kpr.Core.Judging;

/// <summary>Which records of a file are duplicates and which are rejected across records: two bits a record.</summary>
public sealed class RecordFates
{
    private readonly BitArray _duplicates = new(1024);
    private readonly BitArray _rejected = new(1024);

    /// <summary>Number of records marked as duplicates.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Whether anything is marked at all.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether the record repeats an earlier one.</summary>
    public bool IsDuplicate(long ordinal) => Get(_duplicates, ordinal);

    /// <summary>Whether a rule across records rejected the record.</summary>
    public bool IsRejected(long ordinal) => Get(_rejected, ordinal);

    /// <summary>Whether the record must not be stored.</summary>
    public bool IsDropped(long ordinal) => IsDuplicate(ordinal) || IsRejected(ordinal);

    /// <summary>Marks a repetition.</summary>
    public void MarkDuplicate(long ordinal)
    {
        if (!IsDuplicate(ordinal))
        {
            Set(_duplicates, ordinal);
            Duplicates++;
        }
    }

    /// <summary>Marks a rejection.</summary>
    public void MarkRejected(long ordinal) => Set(_rejected, ordinal);

    private static bool Get(BitArray bits, long ordinal) => ordinal < bits.Length && bits[checked((int)ordinal)];

    private void Set(BitArray bits, long ordinal)
    {
        Any = true;
        var index = checked((int)ordinal);
        if (index >= bits.Length)
        {
            bits.Length = Math.Max(index + 1, bits.Length * 2);
        }

        bits[index] = true;
    }
}

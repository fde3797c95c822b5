using System.Runtime.InteropServices;

namespace Kpr.Core.Rules;

/// <summary>
/// What must be remembered of a record to judge it together with others. Fixed size, and free of identity
/// numbers: names and keys are hashed.
/// </summary>
/// <remarks>Facts are written to disk and to blobs as they lie in memory (little endian, 72 bytes).</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
public readonly struct Fact
{
    /// <summary>Highest ordinal that fits (48 bits).</summary>
    public const long MaxOrdinal = (1L << 48) - 1;

    private readonly ulong _order;

    /// <summary>Makes a fact.</summary>
    /// <param name="kind">What the fact is about.</param>
    /// <param name="key">What records are grouped by; ignored for <see cref="FactKind.Sequence"/>.</param>
    /// <param name="role">Sorts facts of one key before the ordinal: lower roles come first.</param>
    /// <param name="ordinal">1-based position of the record, at most <see cref="MaxOrdinal"/>; 0 for a known one.</param>
    /// <param name="line">1-based line of the record; 0 for a known one.</param>
    /// <param name="recordId">The record's own GUID; zero when it has none.</param>
    /// <param name="content">Meaning depends on the kind: content hash, previous GUID, or two 64-bit hashes.</param>
    /// <param name="extra">Meaning depends on the kind: status, serial number, or packed fields.</param>
    public Fact(FactKind kind, UInt128 key, byte role, long ordinal, long line, UInt128 recordId, UInt128 content, ulong extra)
    {
        Key = key;
        RecordId = recordId;
        Content = content;
        Extra = extra;
        Line = line;
        _order = ((ulong)kind << 56) | ((ulong)role << 48) | (ulong)ordinal;
    }

    /// <summary>What records are grouped by.</summary>
    public UInt128 Key { get; }

    /// <summary>The record's own GUID as a number; zero when it has none.</summary>
    public UInt128 RecordId { get; }

    /// <summary>Content hash, previous GUID, or two 64-bit hashes, by kind.</summary>
    public UInt128 Content { get; }

    /// <summary>Status, serial number, or packed fields, by kind.</summary>
    public ulong Extra { get; }

    /// <summary>1-based line of the record.</summary>
    public long Line { get; }

    /// <summary>What the fact is about.</summary>
    public FactKind Kind => (FactKind)(_order >> 56);

    /// <summary>Sorts facts of one key before the ordinal.</summary>
    public byte Role => (byte)(_order >> 48);

    /// <summary>1-based position of the record.</summary>
    public long Ordinal => (long)(_order & (ulong)MaxOrdinal);

    /// <summary>Whether the fact comes from the register's memory: its record is not in the file that is judged.</summary>
    public bool IsKnown => Ordinal == 0;

    /// <summary>The fact as the register remembers it: without place in a file, so that it comes before those of any file.</summary>
    public Fact AsKnown() => new(Kind, Key, Role, 0, 0, RecordId, Content, Extra);

    /// <summary>The same fact with another key and content.</summary>
    internal Fact With(UInt128 key, UInt128 content) => new(Kind, key, Role, Ordinal, Line, RecordId, content, Extra);

    /// <summary>The same fact of a record that stands further down.</summary>
    /// <param name="ordinals">What to add to the ordinal.</param>
    /// <param name="lines">What to add to the line.</param>
    public Fact Moved(long ordinals, long lines) =>
        new(Kind, Key, Role, Ordinal + ordinals, Line + lines, RecordId, Content, Extra);

    /// <summary>
    /// The first eight bytes of the order among facts of one kind: equal for equal keys, and never in disagreement with
    /// <see cref="Compare"/>.
    /// </summary>
    internal ulong LeadingOrder => Kind == FactKind.Sequence ? _order : (ulong)(Key >> 64);

    /// <summary>Order of judging: kind, then key (but not in a sequence), then role and ordinal.</summary>
    public static int Compare(in Fact a, in Fact b)
    {
        var byKind = ((byte)a.Kind).CompareTo((byte)b.Kind);
        if (byKind != 0)
        {
            return byKind;
        }

        if (a.Kind != FactKind.Sequence)
        {
            var byKey = a.Key.CompareTo(b.Key);
            if (byKey != 0)
            {
                return byKey;
            }
        }

        return a._order.CompareTo(b._order);
    }
}

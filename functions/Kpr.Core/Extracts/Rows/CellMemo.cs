using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// What follows from the text of cells, made once for each text: most columns have few texts, and a row must not cost more than a look. Forgets all when it has become
/// large, so that memory does not grow with what is read.
/// </summary>
/// <typeparam name="T">What follows.</typeparam>
/// <param name="make">Makes it of a cell and the cell beside it.</param>
internal sealed class CellMemo<T>(Func<string, string, T> make)
{
    private const int Most = 1 << 16;
    private const int LongestKept = 256;

    private readonly Dictionary<byte[], T> _known = new(Bytes.Comparer);

    /// <summary>What follows of a cell and the one beside it.</summary>
    public T Of(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> beside = default)
    {
        if (cell.Length + beside.Length >= LongestKept)
        {
            return make(Encoding.UTF8.GetString(cell), Encoding.UTF8.GetString(beside));
        }

        Span<byte> both = stackalloc byte[LongestKept];
        if (!beside.IsEmpty)
        {
            cell.CopyTo(both);
            both[cell.Length] = 0x1f;
            beside.CopyTo(both[(cell.Length + 1)..]);
        }

        var key = beside.IsEmpty ? cell : both[..(cell.Length + 1 + beside.Length)];
        var known = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(key, out var found))
        {
            return found;
        }

        if (_known.Count == Most)
        {
            _known.Clear();
        }

        return known[key] = make(Encoding.UTF8.GetString(cell), Encoding.UTF8.GetString(beside));
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static Bytes Comparer { get; } = new();

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());
    }
}

using System.Buffers;
using System.Buffers.Text;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>
/// The original rows of one claim, from all files. Written, each begins with a letter for its file and its line there:
/// so stand claims in chunks and in quarantine.
/// </summary>
internal sealed class KuhrRows
{
    private readonly List<(KuhrFileKind Kind, long Line, int Length)> _rows = [];
    private byte[] _bytes = new byte[4_096];
    private int _length;

    /// <summary>Number of bytes kept.</summary>
    public int Length => _length;

    /// <summary>Begins a claim.</summary>
    public void Clear()
    {
        _rows.Clear();
        _length = 0;
    }

    /// <summary>Keeps a row.</summary>
    /// <param name="kind">Its file.</param>
    /// <param name="line">1-based line in the file.</param>
    /// <param name="raw">Its bytes, without line break.</param>
    public void Add(KuhrFileKind kind, long line, ReadOnlySpan<byte> raw)
    {
        if (_bytes.Length - _length < raw.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + raw.Length));
        }

        raw.CopyTo(_bytes.AsSpan(_length));
        _length += raw.Length;
        _rows.Add((kind, line, raw.Length));
    }

    /// <summary>Hash of the rows. The format leaves no freedom to write one value in two ways, but for quotes.</summary>
    public UInt128 Hash()
    {
        var hash = default(ContentHash);
        var at = 0;
        foreach (var (kind, _, length) in _rows)
        {
            // The id is the same in all rows, and counts once.
            var row = _bytes.AsSpan(at, length);
            hash.Add(kind == KuhrFileKind.Claim ? row : row[(row.IndexOf((byte)';') + 1)..]);
            at += length;
        }

        hash.Add(_rows.Count);
        return hash.Value;
    }

    /// <summary>Writes the rows, each on a line of its own.</summary>
    public void WriteTo(IBufferWriter<byte> target)
    {
        Span<byte> number = stackalloc byte[20];
        var at = 0;
        foreach (var (kind, line, length) in _rows)
        {
            target.Write([kind.Letter(), (byte)';']);
            Utf8Formatter.TryFormat(line, number, out var digits);
            target.Write(number[..digits]);
            target.Write(";"u8);
            target.Write(_bytes.AsSpan(at, length));
            target.Write("\n"u8);
            at += length;
        }
    }
}

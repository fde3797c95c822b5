using System.Text;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.KuhrDelivery;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>One delimited file of a delivery, row by row, and where it stands among the claims.</summary>
internal sealed class KuhrTable : IDisposable
{
    private readonly SourceContent _source;
    private readonly Stream _stored;
    private readonly DelimitedText _text;
    private readonly int _columns;
    private byte[] _noted = new byte[64];
    private int _notedLength;

    /// <summary>Opens the file and reads its header.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="name">Its name in the manifest.</param>
    /// <param name="stored">Its bytes; disposed with this.</param>
    /// <param name="limits">How much the file may hold.</param>
    /// <exception cref="SourceFaultException">It cannot be read, or its columns are not the format's.</exception>
    public KuhrTable(KuhrFileKind kind, string name, Stream stored, SourceLimits limits)
    {
        Kind = kind;
        _stored = stored;
        _columns = KuhrColumns.Of(kind).Count;
        _source = SourceContent.Open(stored, limits);
        if (_source.Fault is { } fault)
        {
            throw new SourceFaultException(fault with { Field = name });
        }

        _text = new DelimitedText(name, _source.Content, limits);
        ReadHeader();
    }

    /// <summary>What the file holds.</summary>
    public KuhrFileKind Kind { get; }

    /// <summary>Number of rows read, without the header.</summary>
    public long Rows => Math.Max(0, Line - 1);

    /// <summary>1-based line of the present row.</summary>
    public long Line { get; private set; }

    /// <summary>Whether there is a present row: false behind the last.</summary>
    public bool HasRow { get; private set; }

    /// <summary>The present row.</summary>
    public KuhrRow Row => new(_text.Reader, 0, Line);

    /// <summary>The bytes of the present row, without line break.</summary>
    public ReadOnlySpan<byte> Raw => _text.Reader.RawRecord;

    /// <summary>The claim's id as it stands in the present row.</summary>
    public ReadOnlySpan<byte> ClaimId => _text.Reader.GetSpan(KuhrColumns.ClaimId);

    /// <summary>Whether the rows so far stand in rising order of their ids (as text, small and capital letters alike), as far as they were noted.</summary>
    public bool IsRising { get; private set; } = true;

    /// <summary>Moves on to the next row.</summary>
    /// <exception cref="SourceFaultException">The file cannot be read further.</exception>
    public bool Next()
    {
        HasRow = _text.Read();
        if (!HasRow)
        {
            return false;
        }

        Line = _text.Reader.RowNumber;
        if (_text.Reader.FieldCount != _columns)
        {
            throw new SourceFaultException(The<K34Columns>.Rule.WrongFields(Kind, Line, _text.Reader.FieldCount));
        }

        return true;
    }

    /// <summary>Notes the id of the present row, to watch the order.</summary>
    public void NoteOrder()
    {
        var id = ClaimId;
        if (id.IsEmpty)
        {
            return;
        }

        IsRising = IsRising && CompareIds(id, _noted.AsSpan(0, _notedLength)) >= 0;
        if (_noted.Length < id.Length)
        {
            _noted = new byte[id.Length];
        }

        id.CopyTo(_noted);
        _notedLength = id.Length;
    }

    /// <summary>Whether the ids in the first bytes of the file rise: what the order of a delivery is, its beginning tells.</summary>
    public bool BeginsRising()
    {
        var head = _source.Head.Span;
        var last = ReadOnlySpan<byte>.Empty;
        for (var line = 0; head.IndexOf((byte)'\n') is >= 0 and var end; line++, head = head[(end + 1)..])
        {
            var id = head[..end];
            id = id[..Math.Max(0, id.IndexOf((byte)';'))];
            if (line == 0 || id.IsEmpty)
            {
                continue;
            }

            if (CompareIds(id, last) < 0)
            {
                return false;
            }

            last = id;
        }

        return true;
    }

    /// <summary>Compares two ids as they stand: also malformed ones have a place in the order.</summary>
    public static int CompareIds(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.SequenceEqual(b))
        {
            return 0;
        }

        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var byLetter = char.ToLowerInvariant((char)a[i]).CompareTo(char.ToLowerInvariant((char)b[i]));
            if (byLetter != 0)
            {
                return byLetter;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    /// <summary>SHA-256 of the file as it lies in storage; reads what is left of it.</summary>
    public string Finish() => _source.Finish().Sha256;

    /// <inheritdoc/>
    public void Dispose()
    {
        _text.Dispose();
        _source.Dispose();
        _stored.Dispose();
    }

    private void ReadHeader()
    {
        var expected = KuhrColumns.Of(Kind);
        var found = _text.Read() ? _text.Reader.FieldCount : 0;
        Line = 1;
        for (var column = 0; column < Math.Max(expected.Count, found); column++)
        {
            var name = column < found ? Encoding.UTF8.GetString(_text.Reader.GetSpan(column)) : null;
            if (column >= expected.Count || name != expected[column])
            {
                throw new SourceFaultException(The<K34Columns>.Rule.WrongColumn(Kind, column, name));
            }
        }
    }
}

namespace Kpr.Core.Register.Columns;

/// <summary>Makes a block of rows.</summary>
internal sealed class BlockWriter
{
    private readonly ColumnWriter _writer = new();
    private readonly ColumnBytes _column = new();
    private readonly ColumnBytes _head = new();
    private readonly ColumnBytes _columns = new();
    private readonly ColumnBytes _block = new();
    private ColumnValues[] _values = [];

    /// <summary>Number of rows so far.</summary>
    public int Rows => _values.Length == 0 ? 0 : _values[0].Rows;

    /// <summary>Sets how many columns the rows have: nothing once there is a row.</summary>
    public void Begin(int columns)
    {
        if (_values.Length == 0)
        {
            _values = new ColumnValues[columns];
            for (var at = 0; at < columns; at++)
            {
                _values[at] = new ColumnValues();
            }
        }
        else if (_values.Length != columns)
        {
            throw new ArgumentException($"A row of {columns} columns among rows of {_values.Length}.", nameof(columns));
        }
    }

    /// <summary>Adds a value to the row that is being written.</summary>
    public void Add(int column, string? value) => _values[column].Add(value);

    /// <summary>The block; begins anew.</summary>
    public byte[] Finish()
    {
        _head.Number((ulong)Rows);
        _head.Number((ulong)_values.Length);
        foreach (var values in _values)
        {
            Write(values).Write(_head);
            values.Clear();
        }

        SegmentFrames.Write(SegmentFrames.Block, _head.Written, _block);
        _block.Bytes(_columns.Written);
        var block = _block.Written.ToArray();
        _head.Release();
        _column.Release();
        _columns.Release();
        _block.Release();
        return block;
    }

    // Keys and ids are as good as random: packing them costs time and gives nothing.
    private ColumnPlace Write(ColumnValues values)
    {
        _column.Clear();
        var kind = _writer.Write(values, _column);
        var start = _columns.Length;
        var packed = kind is not (ColumnKind.PersonKeys or ColumnKind.Ids) && ColumnPacking.TryPack(_column.Written, _columns);
        if (!packed)
        {
            _columns.Bytes(_column.Written);
        }

        return new ColumnPlace(kind, _columns.Length - start, _column.Length, packed, Crc32C.Of(_columns.Written[start..]));
    }
}

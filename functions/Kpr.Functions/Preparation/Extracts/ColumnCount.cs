using System.Runtime.InteropServices;
using System.Text;
using Kpr.Core.Extracts.Package;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Counts, while a table is written as CSV (a header, commas, quotes by RFC 4180, LF), what a codebook says of its columns: rows without a value, the longest value, and rows
/// that are equal to another of the same person. Holds a row and the hashes of one person's rows.
/// </summary>
internal sealed class ColumnCount
{
    private const byte Quote = (byte)'"';
    private const byte Comma = (byte)',';
    private const byte End = (byte)'\n';
    private const ulong FirstHash = 14695981039346656037;
    private const ulong NextHash = 1099511628211;

    private readonly List<string> _names = [];
    private readonly List<long> _missing = [];
    private readonly List<int> _longest = [];
    private readonly List<byte> _value = [];
    private readonly HashSet<ulong> _rowsOfPerson = [];
    private byte[] _person = [];
    private ulong _row = FirstHash;
    private bool _quoted;
    private bool _afterQuote;
    private int _column;

    /// <summary>Rows that are equal to another of the same person in every column.</summary>
    public long IdenticalRows { get; private set; }

    /// <summary>What was counted, by name of the column.</summary>
    public IReadOnlyDictionary<string, ColumnFigures> Figures =>
        _names.Select((name, at) => KeyValuePair.Create(name, new ColumnFigures(_missing[at], _longest[at]))).ToDictionary(StringComparer.Ordinal);

    private bool IsHeader { get; set; } = true;

    /// <summary>Takes the next bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (_quoted && !_afterQuote)
            {
                if (one == Quote)
                {
                    _afterQuote = true;
                }
                else
                {
                    _value.Add(one);
                }
            }
            else if (one == Quote)
            {
                // The second of two is one of the value; the first of a value begins it.
                if (_afterQuote)
                {
                    _value.Add(one);
                }

                (_quoted, _afterQuote) = (true, false);
            }
            else if (one is Comma or End)
            {
                EndValue();
                if (one == End)
                {
                    EndRow();
                }
            }
            else
            {
                _value.Add(one);
            }
        }
    }

    private void EndValue()
    {
        var value = CollectionsMarshal.AsSpan(_value);
        if (IsHeader)
        {
            _names.Add(Encoding.UTF8.GetString(value));
            _missing.Add(0);
            _longest.Add(0);
        }
        else
        {
            _missing[_column] += value.Length == 0 ? 1 : 0;
            _longest[_column] = Math.Max(_longest[_column], value.Length);
            if (_column == 0 && !value.SequenceEqual(_person))
            {
                // Rows of a person stand together.
                _person = value.ToArray();
                _rowsOfPerson.Clear();
            }

            foreach (var one in value)
            {
                _row = (_row ^ one) * NextHash;
            }

            _row = (_row ^ Comma) * NextHash;
        }

        _column++;
        _value.Clear();
        (_quoted, _afterQuote) = (false, false);
    }

    private void EndRow()
    {
        if (!IsHeader)
        {
            IdenticalRows += _rowsOfPerson.Add(_row) ? 0 : 1;
            _row = FirstHash;
        }

        (IsHeader, _column) = (false, 0);
    }
}

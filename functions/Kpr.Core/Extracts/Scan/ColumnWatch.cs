using System.Text;

namespace Kpr.Core.Extracts.Scan;

/// <summary>Follows the columns of a CSV file among bytes, one at a time, by the names of its header.</summary>
/// <param name="exempt">Names of the columns that are asked for; none: the content need not be CSV.</param>
internal sealed class ColumnWatch(IReadOnlyList<string> exempt)
{
    private const int LongestName = 64;

    private readonly List<bool> _isExempt = [];
    private readonly byte[] _name = new byte[LongestName];
    private int _length;
    private int _column;
    private bool _isHeader = true;
    private bool _isQuoted;

    /// <summary>Whether the byte that comes stands in one of the columns.</summary>
    public bool IsExempt => !_isHeader && _column < _isExempt.Count && _isExempt[_column];

    /// <summary>Takes a byte.</summary>
    public void Next(byte sign)
    {
        if (exempt.Count == 0)
        {
            return;
        }

        if (sign == '"')
        {
            _isQuoted = !_isQuoted;
        }
        else if (!_isQuoted && sign is (byte)',' or (byte)'\n')
        {
            if (_isHeader)
            {
                _isExempt.Add(_length < LongestName && exempt.Contains(Encoding.UTF8.GetString(_name, 0, _length).TrimEnd('\r').TrimStart('\uFEFF')));
            }

            _length = 0;
            _column = sign == '\n' ? 0 : _column + 1;
            _isHeader &= sign != '\n';
        }
        else if (_isHeader && _length < LongestName)
        {
            _name[_length++] = sign;
        }
    }

    /// <summary>Ends a file.</summary>
    public void Clear()
    {
        _isExempt.Clear();
        (_length, _column, _isHeader, _isQuoted) = (0, 0, true, false);
    }
}

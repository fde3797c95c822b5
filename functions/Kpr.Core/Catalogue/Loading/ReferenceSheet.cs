using System.Globalization;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>
/// A table read cell by cell. What does not hold is noted and read as if it were empty, so that one pass finds all that is wrong.
/// </summary>
internal sealed class ReferenceSheet
{
    private readonly ReferenceTable _table;
    private readonly TableForm _form;
    private readonly List<ReferenceFault>? _faults;

    /// <summary>A sheet over a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="form">What it must look like.</param>
    /// <param name="faults">Takes what does not hold; null for a table of this program, which holds.</param>
    public ReferenceSheet(ReferenceTable table, TableForm form, List<ReferenceFault>? faults)
    {
        _table = table;
        _form = form;
        _faults = faults;
    }

    /// <summary>Whether the table comes from outside and must be checked.</summary>
    public bool IsChecked => _faults is not null;

    /// <summary>Number of rows.</summary>
    public int Rows => _table.Rows.Count;

    /// <summary>1-based line of a row.</summary>
    public int Line(int row) => _table.Lines[row];

    /// <summary>Place of a column; -1 when the table lacks it, whose cells then are empty.</summary>
    public int Column(string name) => _table.TryColumn(name);

    /// <summary>The text of a cell.</summary>
    public string Text(int row, int column) => column < 0 ? "" : _table.Rows[row][column];

    /// <summary>The text of a cell that must not be empty.</summary>
    public string Required(int row, int column)
    {
        var text = Text(row, column);
        if (text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            Fault(row, column, text.Length == 0 ? "Cellen er tom." : "Teksten begynner eller slutter med et mellomrom.");
        return text;
    }

    /// <summary>A cell of just so many digits.</summary>
    public string Digits(int row, int column, int length)
    {
        var text = Text(row, column);
        if (text.Length != length || !text.All(char.IsAsciiDigit)) Fault(row, column, $"{text} er ikke {length} siffer.");
        return text;
    }

    /// <summary>Codes with a vertical bar between; none for an empty cell.</summary>
    public string[] Codes(int row, int column)
    {
        var text = Text(row, column);
        if (text.Length == 0) return [];
        var codes = text.Split('|');
        if (codes.Any(code => code.Length == 0 || code.Contains(' ', StringComparison.Ordinal))) Fault(row, column, "Listen har en tom kode eller et mellomrom.");
        return codes;
    }

    /// <summary>Which of some texts a cell holds.</summary>
    public int Choice(int row, int column, params ReadOnlySpan<string> choices)
    {
        var text = Text(row, column);
        var choice = choices.IndexOf(text);
        if (choice >= 0) return choice;
        Fault(row, column, $"{text} er ikke en av: {string.Join(", ", choices.ToArray().Select(one => one.Length == 0 ? "tom" : one))}.");
        return 0;
    }

    /// <summary>A whole number not below a limit; null for an empty cell.</summary>
    public int? Number(int row, int column, int least)
    {
        var text = Text(row, column);
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        Fault(row, column, $"{text} er ikke et helt tall fra {least} og opp.");
        return null;
    }

    /// <summary>When a row is valid.</summary>
    public Period Period(int row, int from, int to)
    {
        var period = new Period(Date(row, from), Date(row, to));
        if (period is not { From: { } first, To: { } last } || first <= last) return period;
        Fault(row, to, "Siste dag er før første dag.");
        return default;
    }

    /// <summary>Notes a fault.</summary>
    /// <param name="row">The row; null for the table as a whole.</param>
    /// <param name="column">Place of the column; null or -1 for the row as a whole.</param>
    /// <param name="message">What is wrong, in Norwegian.</param>
    /// <exception cref="InvalidDataException">The table is one of this program.</exception>
    public void Fault(int? row, int? column, string message)
    {
        var fault = new ReferenceFault(_form.File, row is { } at ? Line(at) : null, column is >= 0 and var place ? _table.Header[place] : null, message);
        if (_faults is null) throw new InvalidDataException(fault.ToString());
        _faults.Add(fault);
    }

    private DateOnly? Date(int row, int column)
    {
        var text = Text(row, column);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fault(row, column, $"{text} er ikke en dato (åååå-mm-dd).");
        return null;
    }
}

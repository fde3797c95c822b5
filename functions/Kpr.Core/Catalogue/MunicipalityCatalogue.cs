using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>
/// All municipality numbers in use at some time since 1988 (Statistics Norway's classification 131, national code list 3402), with the
/// mergers, splits and renumberings that lead from one to the next. A report is judged by the numbers of its own year (rule F09).
/// </summary>
public sealed class MunicipalityCatalogue
{
    private const int Numbers = 10_000;

    private readonly Municipality[] _known;

    // 1-based place of the latest row of each number; rows of one number stand side by side, the latest last.
    private readonly ushort[] _latest = new ushort[Numbers];

    private MunicipalityCatalogue(Municipality[] known)
    {
        _known = known;
        for (var i = 0; i < known.Length; i++)
        {
            if (Value(known[i].Number) is var value and >= 0) _latest[value] = (ushort)(i + 1);
        }
    }

    /// <summary>All rows, in ascending order of number and time.</summary>
    public IReadOnlyList<Municipality> All => _known;

    /// <summary>The municipality that bears or last bore a number; null for any other text. Does not allocate.</summary>
    /// <param name="number">Exactly four digits.</param>
    public Municipality? Find(ReadOnlySpan<char> number) => Value(number) is var value and >= 0 && _latest[value] is var place and > 0 ? _known[place - 1] : null;

    /// <summary>The municipality that bears a number on a day: at most one does. Does not allocate.</summary>
    /// <param name="number">Exactly four digits.</param>
    /// <param name="on">The day.</param>
    public Municipality? Find(ReadOnlySpan<char> number, DateOnly on)
    {
        if (Value(number) is not (var value and >= 0)) return null;
        for (var i = _latest[value] - 1; i >= 0 && number.SequenceEqual(_known[i].Number); i--)
        {
            if (_known[i].IsValidOn(on)) return _known[i];
        }

        return null;
    }

    /// <summary>Whether the number is in use on a day. Does not allocate.</summary>
    public bool IsValid(ReadOnlySpan<char> number, DateOnly on) => Find(number, on) is not null;

    /// <summary>The municipalities of a day, in ascending order of number.</summary>
    public IReadOnlyList<Municipality> ValidOn(DateOnly day) => [.. _known.Where(m => m.IsValidOn(day))];

    /// <summary>
    /// The numbers in use on a later day for the area a number stood for: the number itself while it is in use, several after a split, none
    /// for an unknown number or a day before it came into use.
    /// </summary>
    public IReadOnlyList<Municipality> SuccessorsOn(ReadOnlySpan<char> number, DateOnly day)
    {
        var found = new List<Municipality>();
        Follow(Find(number, day) ?? EndedBefore(number, day), day, found);
        return found;
    }

    /// <summary>The only successor on a later day; null where there is none, or several after a split.</summary>
    public Municipality? UniqueSuccessorOn(ReadOnlySpan<char> number, DateOnly day) => SuccessorsOn(number, day) is [var only] ? only : null;

    /// <summary>
    /// The municipalities of an earlier day of whose area a number of a later day holds something: itself when nothing has changed, several
    /// after a merger, the one that was divided after a split.
    /// </summary>
    /// <param name="number">A number in use on <paramref name="day"/>.</param>
    /// <param name="day">The later day.</param>
    /// <param name="earlier">The earlier day.</param>
    public IReadOnlyList<Municipality> PredecessorsOn(ReadOnlySpan<char> number, DateOnly day, DateOnly earlier)
    {
        if (Find(number, day) is not { } now) return [];
        return [.. _known.Where(before => before.IsValidOn(earlier) && SuccessorsFrom(before, day).Contains(now))];
    }

    /// <summary>
    /// What a municipality of a day is to be compared with on an earlier day, so that figures of two years cover the same area (rule F28).
    /// </summary>
    /// <param name="number">A number in use on <paramref name="day"/>.</param>
    /// <param name="day">The later day.</param>
    /// <param name="earlier">The earlier day.</param>
    public MunicipalityComparison CompareWith(ReadOnlySpan<char> number, DateOnly day, DateOnly earlier)
    {
        var before = PredecessorsOn(number, day, earlier);
        return new MunicipalityComparison(before, before.Count > 0 && before.All(one => SuccessorsFrom(one, day).Count == 1));
    }

    internal static MunicipalityCatalogue Read(ReferenceSheet sheet)
    {
        var (number, name, from, to) = (sheet.Column("kommunenr"), sheet.Column("navn"), sheet.Column("valid_from"), sheet.Column("valid_to"));
        var (successors, reason) = (sheet.Column("successors"), sheet.Column("end_reason"));
        var known = new Municipality[sheet.Rows];
        for (var row = 0; row < known.Length; row++)
        {
            var period = sheet.Period(row, from, to);
            known[row] = new Municipality(
                sheet.Digits(row, number, 4), sheet.Required(row, name), period.From, period.To, sheet.Codes(row, successors),
                (MunicipalityEnd)sheet.Choice(row, reason, "", "renumbered", "merge", "split"));
        }

        var sorted = (Municipality[])known.Clone();
        Array.Sort(sorted, static (a, b) =>
            string.CompareOrdinal(a.Number, b.Number) is var byNumber and not 0 ? byNumber : Nullable.Compare(a.ValidFrom, b.ValidFrom));
        var catalogue = new MunicipalityCatalogue(sorted);
        if (sheet.IsChecked) MunicipalityChecks.Check(sheet, known, catalogue);
        return catalogue;
    }

    private static int Value(ReadOnlySpan<char> number) =>
        number is [>= '0' and <= '9' and var a, >= '0' and <= '9' and var b, >= '0' and <= '9' and var c, >= '0' and <= '9' and var d]
            ? ((a - '0') * 1000) + ((b - '0') * 100) + ((c - '0') * 10) + d - '0'
            : -1;

    // A number not in use on the day: whoever bore it last before the day.
    private Municipality? EndedBefore(ReadOnlySpan<char> number, DateOnly day)
    {
        if (Value(number) is not (var value and >= 0)) return null;
        for (var i = _latest[value] - 1; i >= 0 && number.SequenceEqual(_known[i].Number); i--)
        {
            if (_known[i].ValidTo < day) return _known[i];
        }

        return null;
    }

    private List<Municipality> SuccessorsFrom(Municipality from, DateOnly day)
    {
        var found = new List<Municipality>();
        Follow(from, day, found);
        return found;
    }

    // From one that ended to whoever bears the successors' numbers on the next day: time only goes forwards, so that it ends.
    private void Follow(Municipality? from, DateOnly day, List<Municipality> found)
    {
        if (from is null) return;
        if (from.IsValidOn(day))
        {
            if (!found.Contains(from)) found.Add(from);
            return;
        }

        if (from.ValidTo is not { } end || day <= end) return;
        foreach (var successor in from.Successors) Follow(Find(successor, end.AddDays(1)), day, found);
    }
}

using System.Globalization;

namespace Kpr.Core.Calendar;

/// <summary>The length of a deadline (frist), for example 30 working days or three weeks.</summary>
/// <param name="Unit">What is counted.</param>
/// <param name="Count">How many; 0 or more.</param>
public readonly record struct Term(TermUnit Unit, int Count)
{
    /// <summary>The length in bokmål.</summary>
    public string Norwegian => Text(Count == 1 ? ["virkedag", "dag", "uke", "måned"] : ["virkedager", "dager", "uker", "måneder"]);

    /// <summary>The length in English.</summary>
    public string English => Text(Count == 1 ? ["working day", "day", "week", "month"] : ["working days", "days", "weeks", "months"]);

    /// <summary>So many working days.</summary>
    public static Term WorkingDays(int count) => new(TermUnit.WorkingDays, count);

    /// <summary>So many calendar days.</summary>
    public static Term Days(int count) => new(TermUnit.Days, count);

    /// <summary>So many weeks.</summary>
    public static Term Weeks(int count) => new(TermUnit.Weeks, count);

    /// <summary>So many months.</summary>
    public static Term Months(int count) => new(TermUnit.Months, count);

    /// <inheritdoc/>
    public override string ToString() => English;

    private string Text(string[] units) => string.Create(CultureInfo.InvariantCulture, $"{Count} {units[(int)Unit]}");
}

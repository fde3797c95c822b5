using System.Globalization;
using Kpr.Core.Reporting;

namespace Kpr.Functions.Senders;

/// <summary>Figures as text for a column of a table, one a line.</summary>
internal static class FigureLines
{
    // A column holds 32,768 characters. An honest delivery has some dozens of figures; what is left out of another is its oldest periods.
    private const int Longest = 30_000;

    /// <summary>Writes figures, those of the latest periods first.</summary>
    public static string Write(IEnumerable<Figure> figures)
    {
        var text = new System.Text.StringBuilder();
        foreach (var figure in figures.OrderByDescending(figure => figure.Period, StringComparer.Ordinal).ThenBy(figure => figure.Service, StringComparer.Ordinal))
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{figure.Period}\t{figure.Service}\t{figure.Count}\n");
            if (text.Length + line.Length > Longest)
            {
                break;
            }

            text.Append(line);
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<Figure> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .Select(parts => new Figure(parts[0], parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture))),
    ];
}

using Kpr.Core.Formats;

namespace Kpr.Core.Reporting;

/// <summary>Counts stored records by period and service while their rows are made.</summary>
/// <param name="layout">How the records lie in the register.</param>
public sealed class FigureTally(RegisterLayout layout)
{
    private readonly Dictionary<(string Period, string Service), long> _counts = [];

    /// <summary>What was counted, by period and service.</summary>
    public IReadOnlyList<Figure> Figures =>
    [
        .. _counts.Select(pair => new Figure(pair.Key.Period, pair.Key.Service, pair.Value))
            .OrderBy(figure => figure.Period, StringComparer.Ordinal).ThenBy(figure => figure.Service, StringComparer.Ordinal),
    ];

    /// <summary>Counts a row.</summary>
    /// <param name="partition">The partition that it lies in.</param>
    /// <param name="values">Its values in the order of the layout's columns.</param>
    public void Add(string partition, ReadOnlySpan<string?> values)
    {
        if (layout.PeriodOf(partition) is not { } period)
        {
            return;
        }

        Add(period, Figure.All, 1);
        foreach (var service in layout.ServicesOf(values))
        {
            Add(period, service, 1);
        }
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Add(figure.Period, figure.Service, figure.Count);
        }
    }

    private void Add(string period, string service, long count) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_counts, (period, service), out _) += count;
}

using System.Collections;
using System.Text;
using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Linking;

/// <summary>
/// Joins what the sources of a linkage delivered: replaces each source's serial numbers by the keys of the project, and orders the rows by them. Sorting and merging hold a block at a time, beside
/// a bit for each person of the population. What goes wrong holds a table, or a source, and is told with a count, never with a value.
/// </summary>
/// <param name="linkage">Id of the linkage.</param>
/// <param name="batch">Id of the batch in use.</param>
/// <param name="sources">Ids of the sources that the linkage waits for.</param>
/// <param name="scratch">Gives an empty stream for sorting, which can be written, read and sought; it is disposed after use. It holds rows about persons meanwhile.</param>
public sealed class Linker(string linkage, string batch, IReadOnlyCollection<string> sources, Func<Stream> scratch)
{
    /// <summary>Name of the column with the key of the project.</summary>
    public const string PersonColumn = "person";

    /// <summary>Links.</summary>
    /// <param name="deliveries">What came, in any order.</param>
    /// <param name="openTarget">Gives the stream for a linked table, by its name; it is disposed when the table is written.</param>
    /// <param name="cancellationToken">Ends the work between rows.</param>
    /// <exception cref="InvalidDataException">A linker's map is cut or out of order.</exception>
    public LinkageResult Link(IReadOnlyCollection<SourceDelivery> deliveries, Func<string, Stream> openTarget, CancellationToken cancellationToken = default)
    {
        var faults = new List<LinkageFault>();
        var taken = Admission.Of(linkage, batch, sources, deliveries, faults);
        var names = new LinkedNames(taken.Select(delivery => delivery.Manifest));
        var (figures, tables) = (new List<SourceFigures>(), new List<LinkedTable>());

        using var seenScratch = scratch();
        var seen = new RecordSorter(seenScratch);
        var population = 0L;
        foreach (var delivery in taken)
        {
            var linking = new SourceLinking(delivery, names, scratch, cancellationToken);
            linking.Run(openTarget);
            faults.AddRange(linking.Faults);
            tables.AddRange(linking.Tables);
            figures.Add(linking.Figures);
            population = Math.Max(population, linking.Population);
            AddSeen(seen, delivery, linking.Matched, figures.Count);
        }

        var (all, any) = Count(seen, taken.Count);
        figures.AddRange(sources.Except(taken.Select(delivery => delivery.Manifest.Source)).Select(source => Absent(source, deliveries)));
        return new LinkageResult(
            population, all, any,
            [.. figures.OrderBy(one => one.Source, StringComparer.Ordinal).Select(one => one.Delivered && population > 0 ? one with { MatchRate = (double)one.Persons / population } : one)],
            tables, [.. faults.OrderBy(fault => fault.Source, StringComparer.Ordinal).ThenBy(fault => fault.Table, StringComparer.Ordinal).ThenBy(fault => fault.Number, StringComparer.Ordinal)]);
    }

    private static SourceFigures Absent(string source, IReadOnlyCollection<SourceDelivery> deliveries)
    {
        var came = deliveries.Where(delivery => delivery.Manifest.Source == source).ToList();
        return new SourceFigures(source, came.Count > 0, 0, 0, 0, came.Sum(delivery => delivery.Manifest.Tables.Count));
    }

    // The key of each person whom the source has a row of, with the source's number behind it.
    private static void AddSeen(RecordSorter seen, SourceDelivery delivery, BitArray matched, int source)
    {
        using var keys = new LinkerKeyReader(delivery.OpenKeys());
        while (keys.Next())
        {
            if (matched[keys.Index])
            {
                seen.Add([.. keys.Key, 0, .. Encoding.ASCII.GetBytes($"{source}")]);
            }
        }
    }

    private static (long All, long Any) Count(RecordSorter seen, int sources)
    {
        var (all, any, of, last) = (0L, 0L, 0, Array.Empty<byte>());
        foreach (var record in seen.Sorted())
        {
            var key = record.Span[..record.Span.IndexOf((byte)0)];
            if (!key.SequenceEqual(last))
            {
                (of, last) = (0, key.ToArray());
                any++;
            }

            all += ++of == sources ? 1 : 0;
        }

        return (all, any);
    }
}

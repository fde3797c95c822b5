using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Scan;

namespace Kpr.Core.Linking;

/// <summary>Which deliveries may be linked at all.</summary>
internal static class Admission
{
    /// <summary>Those that may, by id of the source; why the others may not is told.</summary>
    public static List<SourceDelivery> Of(
        string linkage, string batch, IReadOnlyCollection<string> sources, IReadOnlyCollection<SourceDelivery> deliveries, List<LinkageFault> faults)
    {
        var taken = new List<SourceDelivery>();
        foreach (var group in deliveries.GroupBy(delivery => delivery.Manifest.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var found = group.Count() > 1
                ? [new LinkageFault("L04", group.Key, null, "Kilden har levert flere ganger. Bare én leveranse kan gjelde.", group.Count())]
                : Refuse(linkage, batch, sources, group.First()).ToList();
            faults.AddRange(found);
            if (found.Count == 0)
            {
                taken.Add(group.First());
            }
        }

        return taken;
    }

    private static IEnumerable<LinkageFault> Refuse(string linkage, string batch, IReadOnlyCollection<string> sources, SourceDelivery delivery)
    {
        var manifest = delivery.Manifest;
        if (manifest.Linkage != linkage)
        {
            yield return new LinkageFault("L01", manifest.Source, null, "Leveransen gjelder en annen kobling.");
        }
        else if (manifest.Batch != batch)
        {
            yield return new LinkageFault("L02", manifest.Source, null, "Leveransen bruker løpenumre som ikke gjelder lenger. Kilden må levere på nytt med de nye.");
        }
        else if (!sources.Contains(manifest.Source))
        {
            yield return new LinkageFault("L03", manifest.Source, null, "Kilden hører ikke til koblingen.");
        }
        else if (!IsKeyedTo(delivery))
        {
            yield return new LinkageFault("L05", manifest.Source, null, "Nøkkelkartet hører til en annen kobling, et annet løpenummersett eller en annen kilde.");
        }

        var twice = manifest.Tables.Count - Math.Min(
            manifest.Tables.Select(table => table.Table.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count(), manifest.Tables.Select(table => table.File.Name).Distinct(StringComparer.Ordinal).Count());
        if (twice > 0)
        {
            yield return new LinkageFault("L06", manifest.Source, null, "Manifestet navngir en tabell eller en fil flere ganger.", twice);
        }

        // Sums are digits too, but of nobody.
        var told = manifest with { Tables = [.. manifest.Tables.Select(table => table with { File = table.File with { Sha256 = "" } })] };
        if (Leaks(told.ToBytes()) is > 0 and var leaks)
        {
            yield return new LinkageFault("L07", manifest.Source, null, $"Manifestet inneholder {leaks} fødselsnumre eller registernøkler.", leaks);
        }

        foreach (var table in manifest.Tables)
        {
            var others = table.Table.Columns.Select(column => column.Name).Where(name => name != table.KeyColumn).ToList();
            if (others.Count == table.Table.Columns.Count)
            {
                yield return new LinkageFault("L08", manifest.Source, table.Table.Name, "Tabellen mangler kolonnen med løpenumre.");
            }
            else if (others.Count != table.Table.Columns.Count - 1 || others.Append(Linker.PersonColumn).Distinct(StringComparer.OrdinalIgnoreCase).Count() != table.Table.Columns.Count
                || !others.All(PackageNames.IsName) || !PackageNames.IsName(table.Table.Name))
            {
                yield return new LinkageFault("L09", manifest.Source, table.Table.Name, $"Et navn kan ikke brukes, er brukt to ganger, eller er «{Linker.PersonColumn}».");
            }
        }
    }

    private static bool IsKeyedTo(SourceDelivery delivery)
    {
        using var keys = new LinkerKeyReader(delivery.OpenKeys());
        return (keys.Linkage, keys.Batch, keys.Source) == (delivery.Manifest.Linkage, delivery.Manifest.Batch, delivery.Manifest.Source);
    }

    private static long Leaks(byte[] bytes) => LeakScan.Of(new MemoryStream(bytes), LeakScanOptions.Default).Count;
}

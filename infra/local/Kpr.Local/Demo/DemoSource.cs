using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Linking;

namespace Kpr.Local.Demo;

/// <summary>What a register outside this one sends to a linkage: a table of stays of some of the persons of its key file, made up, and the manifest of it.</summary>
/// <param name="Files">The files, by name.</param>
/// <param name="Rows">Rows of the table.</param>
internal sealed record DemoSource(IReadOnlyDictionary<string, byte[]> Files, long Rows)
{
    private const int EachSo = 3;

    /// <summary>Makes it.</summary>
    /// <param name="linkage">Id of the case.</param>
    /// <param name="batch">Id of the batch.</param>
    /// <param name="order">Id of the source's order.</param>
    /// <param name="keys">The source's key file, opened.</param>
    public static DemoSource Of(string linkage, string batch, string order, string keys)
    {
        var serials = keys.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')[1]).Where((_, at) => at % EachSo == order.Length % EachSo).ToList();
        var name = order.Split('-')[0] + "_opphold";
        var csv = Encoding.ASCII.GetBytes("lopenummer,maaned,dager\n" + string.Concat(serials.Select((serial, at) =>
            string.Create(CultureInfo.InvariantCulture, $"{serial},2025-{10 + (at % 3):00},{1 + (at % 9)}\n"))));
        var table = new ExtractTable(
            name, "Opphold", "Stays",
            [
                new ExtractColumn("lopenummer", "string", "Løpenummer", "Serial number") { Required = true },
                new ExtractColumn("maaned", "yearmonth", "Måned da oppholdet begynte", "Month in which the stay began") { Required = true },
                new ExtractColumn("dager", "integer", "Dager", "Days") { Required = true, Unit = "d" },
            ],
            []);
        var file = new PackagedFile($"{name}.csv", csv.Length, Convert.ToHexStringLower(SHA256.HashData(csv)), serials.Count);
        var manifest = new SourceManifest(linkage, batch, order, [new SourceTable(table, "lopenummer", file)]);
        return new DemoSource(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [file.Name] = csv, [SourceManifest.FileName] = manifest.ToBytes() }, serials.Count);
    }
}

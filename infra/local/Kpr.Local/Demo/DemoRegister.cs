using System.Globalization;
using Azure.Storage.Blobs;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation;
using Kpr.Local.Generation.Expected;
using Kpr.Local.Generation.Kuhr;

namespace Kpr.Local.Demo;

/// <summary>The register that the played cases draw on: three monthly deliveries of KUHR, the same people in each, sent and judged as any other.</summary>
/// <param name="landing">The account that files land in.</param>
/// <param name="http">Reaches the HTTP functions.</param>
/// <param name="folder">Where files and reference data are laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoRegister(BlobServiceClient landing, HttpClient http, string folder, CommandOutput output)
{
    private const ulong Seed = 20260302;
    private const int ClaimsInMonth = 900;

    // The day when the last one was made; what the cases ask for lies in the months before.
    private static readonly DateOnly Made = new(2026, 1, 15);
    private static readonly int[] MonthsBack = [3, 2, 1];

    private readonly string _files = Path.Combine(folder, "files");

    /// <summary>Sends them.</summary>
    /// <returns>Whether every receipt is as expected.</returns>
    public async Task<bool> FillAsync(CancellationToken cancellation)
    {
        await DemoReference.LoadAsync(landing, http, Path.Combine(folder, "reference"), cancellation);
        Generate();
        var receipts = await new DemoIntake(landing, http, _files, output).SendAsync(cancellation);
        await output.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Sakenes register: {receipts.Sum(pair => pair.Receipt.Counts.Accepted)} regninger i {receipts.Count} månedsleveranser fra KUHR, {Made.AddMonths(-MonthsBack[0]):yyyy-MM} til {Made.AddMonths(-MonthsBack[^1]):yyyy-MM}"));
        return new DemoReport(output.Out).WriteDifferences(receipts);
    }

    /// <summary>Some of the people in it, by their identity numbers.</summary>
    /// <param name="everySo">Every so many of them, in order of their numbers.</param>
    public IReadOnlyList<string> People(int everySo) =>
    [
        .. Directory.GetFiles(_files, "person.csv", SearchOption.AllDirectories).SelectMany(File.ReadLines).SelectMany(line => line.Split(';'))
            .Where(cell => IdentityScan.IsNationalId(cell)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Where((_, at) => at % everySo == 0),
    ];

    private void Generate()
    {
        Directory.CreateDirectory(_files);
        var generator = new KuhrGenerator(new GenerateOptions(SetSize.Find("tiny"), Seed, 0, _files, Made, KprEnvironment.Test));
        using var target = File.Create(Path.Combine(_files, "expected.json"));
        using var sheet = new ExpectedSheet(target, KprEnvironment.Test);
        foreach (var months in MonthsBack)
        {
            sheet.Add(generator.Write(1, ClaimsInMonth, rate: 0, ofDelivery: 0, months));
        }
    }
}

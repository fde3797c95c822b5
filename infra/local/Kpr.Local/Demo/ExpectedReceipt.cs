using System.Text.Json;
using Kpr.Core.Receipts;

namespace Kpr.Local.Demo;

/// <summary>What the generator expects of the receipt of a file.</summary>
/// <param name="Path">Path below the set's folder, and name in the inbox.</param>
/// <param name="Status">The status.</param>
/// <param name="Counts">Records by fate.</param>
/// <param name="Rules">Findings by rule.</param>
internal sealed record ExpectedReceipt(string Path, string Status, ReceiptCounts Counts, IReadOnlyDictionary<string, long> Rules)
{
    // What the sheet does not tell, since it holds for a check of the files alone: events of services whose start never came.
    private const string RegisterOnly = "E08";

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>The expectations of a set, in the order of its files.</summary>
    public static IReadOnlyList<ExpectedReceipt> Read(string folder)
    {
        using var file = File.OpenRead(System.IO.Path.Combine(folder, "expected.json"));
        return JsonSerializer.Deserialize<Sheet>(file, CamelCase)!.Files;
    }

    /// <summary>What differs between a receipt and the expectation, in Norwegian; nothing when they agree.</summary>
    public IEnumerable<string> Differences(Receipt receipt)
    {
        var status = JsonSerializer.SerializeToElement(receipt.Status, ReceiptJson.Lines.ReceiptStatus).GetString();
        if (status != Status)
        {
            yield return $"status er {status}, ventet {Status}";
        }

        var counts = receipt.Counts with { Warnings = receipt.Counts.Warnings - receipt.Rules.GetValueOrDefault(RegisterOnly) };
        if (counts != Counts)
        {
            yield return $"antall er {counts}, ventet {Counts}";
        }

        foreach (var rule in receipt.Rules.Keys.Union(Rules.Keys).Where(rule => rule != RegisterOnly).Order(StringComparer.Ordinal))
        {
            var (actual, expected) = (receipt.Rules.GetValueOrDefault(rule), Rules.GetValueOrDefault(rule));
            if (actual != expected)
            {
                yield return $"{rule} har {actual} funn, ventet {expected}";
            }
        }
    }

    private sealed record Sheet(IReadOnlyList<ExpectedReceipt> Files);
}

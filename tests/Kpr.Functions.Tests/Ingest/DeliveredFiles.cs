using System.Text;
using Kpr.Core.Tests.KuhrDelivery;

namespace Kpr.Functions.Tests.Ingest;

/// <summary>The files of a monthly delivery as they lie in the inbox.</summary>
internal static class DeliveredFiles
{
    /// <summary>Names and contents, the manifest first.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Of(TestDelivery delivery, string folder) =>
    [
        (InFolder(folder, "manifest.json"), Encoding.UTF8.GetBytes(delivery.ManifestText())),
        .. TestDelivery.Names.Where(name => !delivery.Missing.Contains($"{name}.csv")).Select(name => (InFolder(folder, $"{name}.csv"), delivery.Content(name))),
    ];

    /// <summary>A delivery of three claims, all taken.</summary>
    /// <param name="number">Its number; later ones are made later.</param>
    /// <param name="supersedes">Number of the one that it supersedes; null for none.</param>
    public static TestDelivery Make(int number, int? supersedes = null) => new()
    {
        Id = IdOf(number),
        Supersedes = supersedes is { } earlier ? IdOf(earlier) : null,
        Manifest = text => text.Replace("2025-06-03T04", $"2025-06-03T{10 + number}", StringComparison.Ordinal),
    };

    private static string IdOf(int number) => $"d0000000-0000-4000-8000-00000000000{number}";

    private static string InFolder(string folder, string name) => $"kuhr-delivery/{TestDelivery.Sender}/{folder}/{name}";
}

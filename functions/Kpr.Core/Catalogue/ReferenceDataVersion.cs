using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Catalogue;

/// <summary>Names the reference data that a file was judged by, so that a receipt can be understood later.</summary>
public static class ReferenceDataVersion
{
    /// <summary>The first twelve hex digits of the SHA-256 over names and contents of all tables in this assembly.</summary>
    public static string Text { get; } = Compute();

    private static string Compute()
    {
        var names = typeof(ReferenceDataVersion).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".csv", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            using var stream = ReferenceTable.OpenEmbedded(name);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}

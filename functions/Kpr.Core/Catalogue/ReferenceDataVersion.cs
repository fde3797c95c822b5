using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>Names the reference data that a file was judged by, so that a receipt can be understood later.</summary>
/// <param name="Id">Sixteen hexadecimal digits: a hash of label, first day and the content of every table. The same content, the same id.</param>
/// <param name="Label">The operator's name for the set, for example "2026-1".</param>
/// <param name="ValidFrom">First day on which files received are judged by the set.</param>
public sealed record ReferenceDataVersion(string Id, string Label, DateOnly ValidFrom)
{
    private const int Digits = 16;

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The version of a set, in whatever order its tables are given.</summary>
    internal static ReferenceDataVersion Of(string label, DateOnly validFrom, IEnumerable<ReferenceFile> tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{label}\n{validFrom:yyyy-MM-dd}\n")));
        foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{table.Name}\n{table.Content.Length}\n")));
            hash.AppendData(table.Content.Span);
        }

        return new ReferenceDataVersion(Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits], label, validFrom);
    }
}

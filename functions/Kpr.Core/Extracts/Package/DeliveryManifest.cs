using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kpr.Core.Extracts.Package;

/// <summary>
/// What a delivery consists of, signed by the register: whoever holds the register's certificate can tell that every file is the one that was delivered, and that none is
/// missing. Encryption by itself does not tell (RFC 5652 EnvelopedData has no authentication).
/// </summary>
/// <param name="Delivery">Id of the delivery.</param>
/// <param name="Project">Id of the project.</param>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order in it.</param>
/// <param name="DecisionVersion">Version of the decision that it carries out.</param>
/// <param name="Catalogue">Version of the variable catalogue.</param>
/// <param name="Reference">Version of the reference data.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Recipient">SHA-256 of the certificate that it is encrypted to, 64 hexadecimal digits.</param>
/// <param name="Files">Every other file of the delivery, as it is when it is opened.</param>
public sealed record DeliveryManifest(
    string Delivery, string Project, string Case, string Order, int DecisionVersion, string Catalogue, string Reference, DateTimeOffset Made, string Recipient,
    IReadOnlyList<PackagedFile> Files)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    /// <summary>Name of the file with the signature over its bytes.</summary>
    public const string SignatureName = "manifest.json.p7s";

    /// <summary>Name of the list of sums that <c>sha256sum -c</c> reads.</summary>
    public const string SumsName = "SHA256SUMS";

    /// <summary>Last day on which the data may be used; null where the decision has none.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Last day for their deletion; null where the decision has none.</summary>
    public DateOnly? DeletionOn { get; init; }

    /// <summary>The bytes that are signed.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, PackageJson.Readable.DeliveryManifest) + "\n");

    /// <summary>Reads it back.</summary>
    /// <returns>Null for what is no manifest.</returns>
    public static DeliveryManifest? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var read = JsonSerializer.Deserialize(bytes, PackageJson.Readable.DeliveryManifest);
            return read?.Files is null || read.Files.Any(file => file is null) ? null : read;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The files with their sums, a line each, as <c>sha256sum -c</c> reads them.</summary>
    public string ToSums() => string.Concat(Files.Select(file => $"{file.Sha256}  {file.Name}\n"));

    /// <summary>How files differ from those of the manifest, in Norwegian; empty when they are the same.</summary>
    /// <param name="found">The files that came.</param>
    public IReadOnlyList<string> Differences(IEnumerable<PackagedFile> found)
    {
        var here = found.ToDictionary(file => file.Name, StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var file in Files)
        {
            if (!here.Remove(file.Name, out var other))
            {
                differences.Add($"{file.Name} mangler.");
            }
            else if (other.Bytes != file.Bytes)
            {
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{file.Name} har {other.Bytes} byte, ikke {file.Bytes}."));
            }
            else if (!string.Equals(other.Sha256, file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                differences.Add($"{file.Name} har et annet innhold.");
            }
        }

        differences.AddRange(here.Keys.Order(StringComparer.Ordinal).Select(name => $"{name} hører ikke til leveransen."));
        return differences;
    }
}

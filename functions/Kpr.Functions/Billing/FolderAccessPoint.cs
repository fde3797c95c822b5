using System.Security.Cryptography;

namespace Kpr.Functions.Billing;

/// <summary>Stands in for the access point on one machine: documents lie in a folder, one under each id, however often they are sent.</summary>
/// <param name="folder">The folder; made when it is missing.</param>
public sealed class FolderAccessPoint(string folder) : IAccessPoint
{
    /// <inheritdoc/>
    public async Task<string> SendAsync(string id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{id}.xml");
        var half = path + ".part";
        await File.WriteAllBytesAsync(half, document, cancellationToken);
        File.Move(half, path, overwrite: true);

        // The same document has the same bytes, and so the same receipt.
        return $"folder/{id}/{Convert.ToHexStringLower(SHA256.HashData(document.Span))[..16]}";
    }
}

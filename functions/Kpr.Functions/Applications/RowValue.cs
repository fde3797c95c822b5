using System.IO.Compression;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Kpr.Functions.Applications;

/// <summary>
/// A value of any length in a row of a table. A property holds 64 KiB and a row 1 MiB, so a longer value is compressed and split over properties, and one
/// longer still becomes a blob, named by its own hash: writing it before the row that names it is harmless when that row is never written.
/// </summary>
/// <param name="files">Where blobs go.</param>
internal sealed class RowValue(BlobContainerClient files)
{
    private const int PlainMost = 30_000;
    private const int PropertyMost = 60_000;
    private const int RowMost = 300_000;
    private const int BatchMost = 1_500_000;
    private const string Form = "Form";
    private const string Blob = "Blob";
    private const string Parts = "Parts";
    private const int Conflict = 409;

    private int _written;

    /// <summary>Writes a value into a row; a value is the only one of its row.</summary>
    public async Task WriteAsync(TableEntity row, byte[] value, CancellationToken cancellationToken)
    {
        var stored = value.Length > PlainMost ? Compress(value) : value;
        row[Form] = value.Length > PlainMost ? "br" : "json";
        if (stored.Length > RowMost || _written + stored.Length > BatchMost)
        {
            var name = $"{row.PartitionKey}/values/{Convert.ToHexStringLower(SHA256.HashData(stored))}";
            await UploadAsync(name, stored, cancellationToken);
            row[Blob] = name;
            return;
        }

        _written += stored.Length;
        var parts = 0;
        for (var at = 0; at < stored.Length; at += PropertyMost)
        {
            row[$"D{parts++}"] = stored[at..Math.Min(at + PropertyMost, stored.Length)];
        }

        row[Parts] = parts;
    }

    /// <summary>Reads a value.</summary>
    public async Task<byte[]> ReadAsync(TableEntity row, CancellationToken cancellationToken)
    {
        byte[] stored = row.GetString(Blob) is { } name
            ? (await files.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content.ToArray()
            : [.. Enumerable.Range(0, row.GetInt32(Parts)!.Value).SelectMany(part => row.GetBinary($"D{part}")!)];
        return row.GetString(Form) == "br" ? Decompress(stored) : stored;
    }

    private async Task UploadAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            await files.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(content), overwrite: false, cancellationToken);
        }
        catch (global::Azure.RequestFailedException e) when (e.Status == Conflict)
        {
            // The same bytes are there.
        }
    }

    private static byte[] Compress(byte[] value)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(value);
        }

        return compressed.ToArray();
    }

    private static byte[] Decompress(byte[] value)
    {
        using var plain = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(value), CompressionMode.Decompress);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}

using System.IO.Compression;
using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>
/// Refuses what no application needs: the test virus of EICAR, programs and files inside of PDFs and Office documents, archives that cannot be looked into. It
/// knows no viruses; for that there is a scan outside.
/// </summary>
public sealed class BuiltInScanner : IAttachmentScanner
{
    private static readonly byte[][] Marks =
    [
        // In two parts, so that no scanner takes this file for the test virus.
        [.. "EICAR-STANDARD-"u8, .. "ANTIVIRUS-TEST-FILE"u8],
    ];

    private static readonly byte[][] InPdf = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/Encrypt"u8.ToArray()];

    /// <inheritdoc/>
    public async Task<ScanResult> ScanAsync(Func<Task<Stream?>> open, CancellationToken cancellationToken)
    {
        // A file lies there before a case names it: one that does not was never sent.
        await using var content = await open();
        if (content is null)
        {
            return ScanResult.Refused;
        }

        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        if (Has(bytes, Marks) || (bytes.StartsWith("%PDF-"u8) && Has(bytes, InPdf)))
        {
            return ScanResult.Refused;
        }

        whole.Position = 0;
        return bytes.StartsWith("PK"u8) && !IsPlainArchive(whole) ? ScanResult.Refused : ScanResult.Clean;
    }

    private static bool Has(ReadOnlySpan<byte> bytes, byte[][] marks)
    {
        foreach (var mark in marks)
        {
            if (bytes.IndexOf(mark) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlainArchive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.All(entry => !entry.IsEncrypted && !entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                && !entry.FullName.Contains("embeddings/", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

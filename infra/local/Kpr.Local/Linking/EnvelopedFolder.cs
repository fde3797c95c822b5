using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Receipts;

namespace Kpr.Local.Linking;

/// <summary>
/// Files that came to somebody: as they are, or encrypted to a certificate, with <c>.p7m</c> behind the name. These are opened in memory, and nothing is written.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="key">The certificate with its key; null where nothing can be opened.</param>
internal sealed class EnvelopedFolder(string folder, X509Certificate2? key)
{
    /// <summary>Bytes of an encrypted file at most. It is in memory several times while it is opened.</summary>
    public const long MostBytes = 512L << 20;

    /// <summary>Whether there is a file of a name, encrypted or not.</summary>
    public bool Has(string name) => File.Exists(Place(name)) || File.Exists(Place(name) + CmsEnvelope.Extension);

    /// <summary>Opens a file.</summary>
    /// <exception cref="UnopenedFileException">It is encrypted, and cannot be opened; the message says why, in Norwegian.</exception>
    public Stream Open(string name)
    {
        var envelope = Place(name) + CmsEnvelope.Extension;
        if (File.Exists(Place(name)) || !File.Exists(envelope))
        {
            return File.OpenRead(Place(name));
        }

        var shown = FileName.Shown(Path.GetFileName(envelope));
        if (key is null)
        {
            throw new UnopenedFileException($"{shown} er kryptert. Oppgi --key og --certificate.");
        }

        if (new FileInfo(envelope).Length > MostBytes)
        {
            throw new UnopenedFileException(
                $"{shown} er lengre enn {MostBytes >> 20} MiB. Åpne den med openssl cms -decrypt -binary -inform DER, og legg den åpnede filen ved siden av, uten {CmsEnvelope.Extension}.");
        }

        return CmsEnvelope.Open(File.ReadAllBytes(envelope), key) is { } plain
            ? new MemoryStream(plain, writable: false)
            : throw new UnopenedFileException($"{shown} er ikke kryptert til sertifikatet, eller er skadet.");
    }

    /// <summary>All of a file; see <see cref="Open"/>.</summary>
    public byte[] Read(string name)
    {
        using var content = Open(name);
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    // A name in a manifest leads nowhere but into its own folder.
    private string Place(string name) => Path.Combine(folder, Path.GetFileName(name));
}

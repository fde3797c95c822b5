using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>What lies in an upload that should be a certificate.</summary>
internal static class CertificateUpload
{
    private const string CertificateLabel = "CERTIFICATE";

    /// <summary>Whether a private key is in it: in PEM of any label, as PKCS #8, PKCS #1 or SEC 1 in DER, or in a PKCS #12 file.</summary>
    public static bool HasPrivateKey(ReadOnlySpan<byte> upload)
    {
        if (Encoding.Latin1.GetString(upload).Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return IsKey(upload.ToArray());
    }

    /// <summary>The certificates in it. The caller disposes them.</summary>
    public static List<X509Certificate2> Certificates(ReadOnlySpan<byte> upload)
    {
        var found = new List<X509Certificate2>();
        if (upload.IndexOf("-----BEGIN "u8) < 0)
        {
            Add(found, upload);
            return found;
        }

        var rest = Encoding.Latin1.GetString(upload).AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label].SequenceEqual(CertificateLabel))
            {
                Add(found, Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            }

            rest = rest[fields.Location.End..];
        }

        return found;
    }

    private static void Add(List<X509Certificate2> found, ReadOnlySpan<byte> der)
    {
        try
        {
            // The whole of it: what follows a certificate would be stored unseen.
            AsnDecoder.ReadEncodedValue(der, AsnEncodingRules.DER, out _, out _, out var length);
            if (length == der.Length)
            {
                found.Add(X509CertificateLoader.LoadCertificate(der));
            }
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            // Not a certificate: there is none, which the caller tells.
        }
    }

    private static bool IsKey(byte[] upload) =>
        Reads(() => Pkcs12Info.Decode(upload, out _, skipCopy: true))
        || Reads(() => Pkcs8PrivateKeyInfo.Decode(upload, out _, skipCopy: true))
        || Reads(() =>
        {
            using var rsa = RSA.Create();
            rsa.ImportRSAPrivateKey(upload, out _);
        })
        || Reads(() =>
        {
            using var curve = ECDsa.Create();
            curve.ImportECPrivateKey(upload, out _);
        });

    private static bool Reads(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The register's certificates with their keys: lists of identity numbers are encrypted to the newest, and manifests signed by it. A key lies sealed under the register's key ring,
/// whose keys Key Vault wraps, in <c>register/{serial number}.sealed</c>; it is opened here alone. The certificate itself is for everybody, and lies with the orders.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="extracts">Where the certificate is published.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
/// <param name="clock">The time.</param>
public sealed class RegisterCertificates(StorageAccounts storage, ExtractStore extracts, IKeyRingSource keys, NonceSource nonces, TimeProvider clock)
{
    private const string Folder = "register/";
    private const string Subject = "CN=Kommunalt pasient- og brukerregister, C=NO";
    private const int Bits = 3072;
    private const int Years = 2;

    // A list may be encrypted long after the certificate was fetched.
    private static readonly TimeSpan Renewed = TimeSpan.FromDays(180);

    private readonly SealedContainer _blobs = new(storage.Identity.GetBlobContainerClient(Containers.Projects), keys, nonces);

    /// <summary>The certificate in use, with its key; made and published where there is none, or where it ends within half a year. The caller disposes it.</summary>
    public async Task<X509Certificate2> EnsureAsync(CancellationToken cancellationToken)
    {
        X509Certificate2? newest = null;
        foreach (var certificate in await AllAsync(cancellationToken))
        {
            if (newest is null || (certificate.NotAfter, certificate.SerialNumber).CompareTo((newest.NotAfter, newest.SerialNumber)) > 0)
            {
                newest?.Dispose();
                newest = certificate;
            }
            else
            {
                certificate.Dispose();
            }
        }

        if (newest is null || newest.NotAfter.ToUniversalTime() < clock.GetUtcNow().UtcDateTime + Renewed)
        {
            newest?.Dispose();
            newest = Make();
            await _blobs.WriteAsync($"{Folder}{newest.SerialNumber}.sealed", Encoding.ASCII.GetBytes(Pem(newest)), cancellationToken);
        }

        if (await extracts.FindCertificateAsync(cancellationToken) != newest.ExportCertificatePem())
        {
            await extracts.WriteCertificateAsync(newest.ExportCertificatePem(), cancellationToken);
        }

        return newest;
    }

    /// <summary>All certificates with their keys, also those that are not in use any more: what was encrypted to them can be opened. The caller disposes them.</summary>
    public async Task<IReadOnlyList<X509Certificate2>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<X509Certificate2>();
        foreach (var name in await _blobs.ListAsync(Folder, cancellationToken))
        {
            var pem = Encoding.ASCII.GetString((await _blobs.FindAsync(name, cancellationToken))!);
            all.Add(X509Certificate2.CreateFromPem(pem, pem));
        }

        return all;
    }

    private static string Pem(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    private X509Certificate2 Make()
    {
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(clock.GetUtcNow().AddMinutes(-5), clock.GetUtcNow().AddYears(Years));
    }
}

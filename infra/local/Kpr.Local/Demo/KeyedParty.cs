using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Package.Encryption;

namespace Kpr.Local.Demo;

/// <summary>Somebody whom files are encrypted to: with a certificate that the case knows, and a key that nobody else has, made on the spot.</summary>
internal sealed class KeyedParty : IDisposable
{
    private KeyedParty(Actor actor, X509Certificate2 certificate) => (Actor, Certificate) = (actor, certificate);

    /// <summary>Who it is.</summary>
    public Actor Actor { get; }

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Makes a key, and enters its certificate in a case.</summary>
    /// <param name="http">The system.</param>
    /// <param name="caseId">Id of the case.</param>
    /// <param name="actor">Who it is for.</param>
    /// <param name="name">Whom the certificate names.</param>
    /// <param name="now">The time that it is made at.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<KeyedParty> EnterAsync(DemoHttp http, string caseId, Actor actor, string name, DateTimeOffset now, CancellationToken cancellation)
    {
        using var key = RSA.Create(3072);
        var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddHours(-1), now.AddYears(1));
        await http.SendAsync(HttpMethod.Put, $"api/cases/{caseId}/certificate", actor, new StringContent(certificate.ExportCertificatePem()), cancellation);
        return new KeyedParty(actor, certificate);
    }

    /// <summary>Encrypts content to a certificate.</summary>
    public static async Task<byte[]> SealAsync(byte[] content, X509Certificate2 recipient, CancellationToken cancellation)
    {
        using var target = new MemoryStream();
        await CmsEnvelope.EncryptAsync(new MemoryStream(content, writable: false), target, recipient, cancellation);
        return target.ToArray();
    }

    /// <summary>Opens what is encrypted to it.</summary>
    public byte[] Open(byte[] envelope)
    {
        var cms = new EnvelopedCms();
        cms.Decode(envelope);
        cms.Decrypt(new X509Certificate2Collection(Certificate));
        return cms.ContentInfo.Content;
    }

    /// <inheritdoc/>
    public void Dispose() => Certificate.Dispose();
}

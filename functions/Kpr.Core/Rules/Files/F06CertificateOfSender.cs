using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Formats;
using Kpr.Core.Judging;

namespace Kpr.Core.Rules.Files;

/// <summary>
/// F06: the certificate is the sender's own: its organisation number is that of the message, or of the sender's address where the message has none. Where neither tells
/// one (events of a municipality) it is not judged. Judged with F05.
/// </summary>
public sealed class F06CertificateOfSender() : Rule("F06", Severity.RejectFile)
{
    private const string OrganisationIdentifier = "2.5.4.97";
    private const string SerialNumber = "2.5.4.5";
    private const string Prefix = "NTRNO-";
    private const int Digits = 9;

    /// <inheritdoc/>
    public override string Norwegian => "Organisasjonsnummeret i sertifikatet skal være avsenderens.";

    /// <inheritdoc/>
    public override string English => "The sender's organisation number equals the certificate's; judged with F05, where the message or the address tells an organisation number.";

    /// <inheritdoc/>
    public override string Advice => "Signer med avsenderens eget virksomhetssertifikat.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 7430";

    /// <summary>Judges a certificate that F05 has nothing to say about.</summary>
    /// <param name="signature">What stands beside the file.</param>
    /// <param name="organisation">The sender's organisation number; null when nothing tells it.</param>
    /// <returns>The fault; null when all is well.</returns>
    public Fault? Judge(TransportSignature signature, string? organisation)
    {
        if (organisation is null)
        {
            return null;
        }

        using var certificate = F05SignatureValid.Certificate(signature);
        return certificate is not null && OrganisationsOf(certificate).Contains(organisation, StringComparer.Ordinal)
            ? null
            : new Fault(this, Severity.RejectFile, null, null, "Sertifikatet er utstedt til en annen virksomhet enn avsenderen (S02).");
    }

    // Newer enterprise certificates have NTRNO-… as organizationIdentifier, older ones the number as serialNumber of the subject.
    private static IEnumerable<string> OrganisationsOf(X509Certificate2 certificate)
    {
        foreach (var name in certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(name => !name.HasMultipleElements))
        {
            var value = name.GetSingleElementValue();
            switch (name.GetSingleElementType().Value)
            {
                case OrganisationIdentifier when value?.StartsWith(Prefix, StringComparison.Ordinal) == true:
                    yield return value[Prefix.Length..];
                    break;
                case SerialNumber when value is { Length: Digits }:
                    yield return value;
                    break;
            }
        }
    }
}

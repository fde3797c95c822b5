namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>What became of an uploaded certificate: the certificate, or why not.</summary>
/// <param name="Certificate">The certificate; null when it was refused.</param>
/// <param name="Fault">Why it was refused; null when it was not.</param>
/// <param name="Warning">What to look out for though it was taken; null for nothing.</param>
public sealed record CertificateReading(RecipientCertificate? Certificate, CertificateFault? Fault, CertificateFault? Warning = null);

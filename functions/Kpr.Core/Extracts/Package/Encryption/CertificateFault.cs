namespace Kpr.Core.Extracts.Package.Encryption;

/// <summary>Why a delivery cannot be encrypted to a certificate, or what to look out for.</summary>
/// <param name="Number">Number of the reason, which never changes: M01 and on.</param>
/// <param name="Message">For the user, in Norwegian.</param>
public sealed record CertificateFault(string Number, string Message);

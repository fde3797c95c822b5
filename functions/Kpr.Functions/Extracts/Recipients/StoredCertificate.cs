namespace Kpr.Functions.Extracts.Recipients;

/// <summary>The certificate that deliveries of a case are encrypted to.</summary>
/// <param name="Pem">The certificate, PEM.</param>
/// <param name="Subject">Whom it names.</param>
/// <param name="Sha256">SHA-256 of its bytes: the recipient and the register compare it by other means.</param>
/// <param name="NotBefore">From when it is valid.</param>
/// <param name="NotAfter">Until when it is valid.</param>
/// <param name="KeyBits">Bits of its RSA key.</param>
/// <param name="By">Who uploaded it: role and subject.</param>
/// <param name="At">When (UTC).</param>
public sealed record StoredCertificate(string Pem, string Subject, string Sha256, DateTimeOffset NotBefore, DateTimeOffset NotAfter, int KeyBits, string By, DateTime At)
{
    /// <summary>What to look out for; null for nothing. Never stored.</summary>
    public string? Warning { get; init; }
}

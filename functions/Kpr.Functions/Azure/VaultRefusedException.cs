using Azure;

namespace Kpr.Functions.Azure;

/// <summary>
/// Key Vault refuses the identity of the app (403): its role on the key is missing or has not yet spread, the network rules
/// leave it out, or the key is disabled. None of these is a fault of a file: work waits, and an operator is told.
/// </summary>
/// <param name="key">Address of the key, without its version.</param>
/// <param name="refused">The vault's answer.</param>
public sealed class VaultRefusedException(string key, RequestFailedException refused)
    : RequestFailedException(refused.Status, $"Key Vault refuses this app the key {key}: it lacks the role Key Vault Crypto User there (a new role takes minutes to spread), the network rules leave it out, or the key is disabled.", refused.ErrorCode, refused)
{
    /// <summary>Status of a refusal.</summary>
    public const int Forbidden = 403;
}

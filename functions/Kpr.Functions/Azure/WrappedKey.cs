namespace Kpr.Functions.Azure;

/// <summary>A key wrapped by a key of Key Vault, as it is stored.</summary>
/// <param name="VaultKey">Address of the vault's key, with the version that wrapped and can unwrap.</param>
/// <param name="Algorithm">How it is wrapped.</param>
/// <param name="Value">The wrapped key.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
public sealed record WrappedKey(string VaultKey, string Algorithm, byte[] Value, DateTime CreatedAt);

namespace Kpr.Core.Sealing;

/// <summary>The register's secrets: keys that seal content, by version, and the secret behind person keys.</summary>
/// <param name="Current">The version that new content is sealed with.</param>
/// <param name="Keys">AES-256 keys by version, 32 bytes each.</param>
/// <param name="PersonSecret">Secret of the person keys, 32 bytes.</param>
public sealed record KeyRing(int Current, IReadOnlyDictionary<int, byte[]> Keys, byte[] PersonSecret)
{
    /// <summary>Length of every key and secret in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The key of a version.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The version is not on the ring.</exception>
    public byte[] Key(int version) => Keys.TryGetValue(version, out var key)
        ? key
        : throw new System.Security.Cryptography.CryptographicException($"Key version {version} is not on the key ring.");

    /// <summary>Tells versions, never keys.</summary>
    public override string ToString() => $"key ring, current version {Current}, {Keys.Count} keys";
}

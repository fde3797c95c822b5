using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Sealing;

namespace Kpr.Functions.Azure;

/// <summary>
/// The key ring whose keys lie wrapped by Key Vault beside the data, in the identity account: <c>keys/person-secret.json</c> and
/// <c>keys/data/000001.json</c> and on. Each is unwrapped once a process and kept in memory.
/// </summary>
/// <remarks>
/// Keys are created on condition that none is there, so that hosts that start at once agree. A new data key seals only when it
/// is older than any ring in memory can be: no host meets content whose key it does not know.
/// </remarks>
public sealed class KeyRingVault(StorageAccounts storage, KeyVault vault, TimeProvider clock) : IKeyRingSource, IDisposable
{
    /// <summary>For how long a ring is used before the store is asked for new keys.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>How old a data key must be before it seals, unless it is the only one.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    private const string Secret = "person-secret.json";
    private const string Data = "data/";
    private const int Conflict = 409;

    private readonly BlobContainerClient _keys = storage.Identity.GetBlobContainerClient(Containers.Keys);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, (byte[] Key, DateTimeOffset CreatedAt)> _unwrapped = new(StringComparer.Ordinal);
    private volatile Known? _known;

    /// <summary>The ring that the settings name.</summary>
    public static KeyRingVault From(KeyOptions options, StorageAccounts storage, TimeProvider clock) => new(
        storage,
        new KeyVault(
            new Uri(options.VaultUri), options.VaultKey,
            new ManagedIdentityCredential(options.ClientId is { Length: > 0 } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned)),
        clock);

    /// <inheritdoc/>
    /// <exception cref="CryptographicException">A wrapped key was changed.</exception>
    /// <exception cref="RequestFailedException">The vault or the store refuses, or cannot be reached.</exception>
    public async ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetUtcNow() < known.Until)
        {
            return known.Ring;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return _known is { } other && clock.GetUtcNow() < other.Until ? other.Ring : await LoadAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Wrapped by the newest version of the vault's key. It seals when it is <see cref="Settled"/>.</remarks>
    public async Task<int> RotateAsync(CancellationToken cancellationToken)
    {
        await GetAsync(cancellationToken);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var version = (await ListAsync(cancellationToken)).Select(VersionOf).Max() + 1;
            await CreateAsync(Name(version), cancellationToken);
            _known = null;
            return version;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static string Name(int version) => string.Create(CultureInfo.InvariantCulture, $"{Data}{version:D6}.json");

    private static int VersionOf(string name) => int.Parse(name.AsSpan(Data.Length, name.Length - Data.Length - ".json".Length), CultureInfo.InvariantCulture);

    private async Task<KeyRing> LoadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var names = await ListAsync(cancellationToken);
        if (names.Count == 0)
        {
            await BeginAsync(cancellationToken);
            names = await ListAsync(cancellationToken);
        }

        var secret = (await UnwrapAsync(Secret, cancellationToken)).Key;
        var keys = new Dictionary<int, byte[]>();
        var current = 0;
        foreach (var name in names)
        {
            var (key, createdAt) = await UnwrapAsync(name, cancellationToken);
            keys.Add(VersionOf(name), key);
            current = current == 0 || createdAt + Settled <= now ? VersionOf(name) : current;
        }

        var ring = new KeyRing(current, keys, secret);
        _known = new Known(ring, now + Fresh);
        return ring;
    }

    // New keys for new data only: data sealed with lost keys must not be covered up.
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        foreach (var container in (BlobContainerClient[])[
            storage.Identity.GetBlobContainerClient(Containers.Identity), storage.Landing.GetBlobContainerClient(Containers.Quarantine)])
        {
            await foreach (var _ in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
            {
                // Unless another host has begun, and used its keys, since this one looked.
                if ((await ListAsync(cancellationToken)).Count > 0)
                {
                    return;
                }

                throw new InvalidOperationException($"There are sealed data in {container.Name}, but no keys in the container {Containers.Keys} of the identity account. Restore them.");
            }
        }

        // The secret first: where there is a data key, there is a secret.
        await CreateAsync(Secret, cancellationToken);
        await CreateAsync(Name(1), cancellationToken);
    }

    private async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        var plain = RandomNumberGenerator.GetBytes(KeyRing.KeyLength);
        var (vaultKey, wrapped) = await vault.WrapAsync(plain, cancellationToken);
        CryptographicOperations.ZeroMemory(plain);
        var content = JsonSerializer.SerializeToUtf8Bytes(new WrappedKey(vaultKey, KeyVault.Algorithm, wrapped, clock.GetUtcNow().UtcDateTime));
        try
        {
            await _keys.GetBlobClient(name).UploadAsync(
                BinaryData.FromBytes(content),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == Conflict)
        {
            // Another host was first, and its key is the one.
        }
    }

    private async Task<List<string>> ListAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in _keys.GetBlobsAsync(BlobTraits.None, BlobStates.None, Data, cancellationToken))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    private async Task<(byte[] Key, DateTimeOffset CreatedAt)> UnwrapAsync(string name, CancellationToken cancellationToken)
    {
        if (!_unwrapped.TryGetValue(name, out var found))
        {
            var stored = (await _keys.GetBlobClient(name).DownloadContentAsync(cancellationToken)).Value.Content;
            var wrapped = Read(stored) ?? throw new InvalidOperationException($"{Containers.Keys}/{name} is not a wrapped key.");
            var key = await vault.UnwrapAsync(wrapped, cancellationToken);
            found = key.Length == KeyRing.KeyLength
                ? (key, new DateTimeOffset(wrapped.CreatedAt, TimeSpan.Zero))
                : throw new InvalidOperationException($"{Containers.Keys}/{name} is not a key of {KeyRing.KeyLength} bytes.");
            _unwrapped.Add(name, found);
        }

        return found;
    }

    private static WrappedKey? Read(BinaryData stored)
    {
        try
        {
            return JsonSerializer.Deserialize<WrappedKey>(stored) is { VaultKey: not null, Algorithm: not null, Value: not null } key ? key : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Known(KeyRing Ring, DateTimeOffset Until);
}

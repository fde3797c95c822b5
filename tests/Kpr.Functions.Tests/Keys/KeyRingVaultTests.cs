using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kpr.Functions.Tests.Keys;

/// <summary>The key ring whose keys are wrapped by Key Vault and lie in the identity account.</summary>
public sealed class KeyRingVaultTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private VaultServer _server = null!;
    private StorageAccounts _storage = null!;

    private BlobContainerClient Keys => _storage.Identity.GetBlobContainerClient(Containers.Keys);

    public async Task InitializeAsync()
    {
        _server = await VaultServer.StartAsync();
        var account = await SharedAzurite.NextAccountAsync();
        _storage = new StorageAccounts(new ConfigurationBuilder()
            .AddInMemoryCollection(StorageAccounts.Names.Select(name => KeyValuePair.Create(name, (string?)account.ConnectionString))).Build());
        await Keys.CreateIfNotExistsAsync();
        await _storage.Identity.GetBlobContainerClient(Containers.Identity).CreateIfNotExistsAsync();
        await _storage.Landing.GetBlobContainerClient(Containers.Quarantine).CreateIfNotExistsAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Hosts_that_start_at_once_agree_on_the_keys_and_ask_the_vault_once_each()
    {
        var rings = Enumerable.Range(0, 4).Select(_ => Ring()).ToList();
        var keys = await Task.WhenAll(rings.Select(ring => ring.GetAsync(default).AsTask()));
        _server.Calls.Clear();
        var again = await Task.WhenAll(rings.Select(ring => ring.GetAsync(default).AsTask()));
        _clock.Advance(TimeSpan.FromMinutes(10));
        await Task.WhenAll(rings.Select(ring => ring.GetAsync(default).AsTask()));

        Assert.All(keys.Concat(again), ring =>
        {
            Assert.Equal(1, ring.Current);
            Assert.Equal(keys[0].Key(1), ring.Key(1));
            Assert.Equal(keys[0].PersonSecret, ring.PersonSecret);
        });
        Assert.NotEqual(keys[0].PersonSecret, keys[0].Key(1));
        Assert.Empty(_server.Calls);
    }

    [Fact]
    public async Task Keys_lie_in_storage_only_wrapped()
    {
        var ring = await Ring().GetAsync(default);
        var names = new List<string>();
        await foreach (var blob in Keys.GetBlobsAsync())
        {
            names.Add(blob.Name);
            var content = (await Keys.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            Assert.DoesNotContain(Convert.ToBase64String(ring.Key(1)), content, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(ring.PersonSecret), content, StringComparison.Ordinal);
        }

        Assert.Equal(["data/000001.json", "person-secret.json"], names);
    }

    [Fact]
    public async Task A_new_data_key_is_known_to_all_before_anyone_seals_with_it()
    {
        var (one, other) = (Ring(), Ring());
        await other.GetAsync(default);
        _server.AddVersion();
        Assert.Equal(2, await one.RotateAsync(default));

        Assert.Equal((1, 2), (((await one.GetAsync(default)).Current), (await one.GetAsync(default)).Keys.Count));
        Assert.Single((await other.GetAsync(default)).Keys);
        _clock.Advance(KeyRingVault.Fresh + TimeSpan.FromSeconds(1));
        Assert.Equal((1, 2), ((await other.GetAsync(default)).Current, (await other.GetAsync(default)).Keys.Count));
        _clock.Advance(KeyRingVault.Settled);
        Assert.Equal(2, (await one.GetAsync(default)).Current);
        Assert.Equal(2, (await other.GetAsync(default)).Current);
        Assert.Equal((await one.GetAsync(default)).Key(2), (await other.GetAsync(default)).Key(2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_keys_are_not_covered_up_by_new_ones(bool identity)
    {
        var container = identity ? _storage.Identity.GetBlobContainerClient(Containers.Identity) : _storage.Landing.GetBlobContainerClient(Containers.Quarantine);
        await container.GetBlobClient("x.sealed").UploadAsync(BinaryData.FromString("sealed"));

        var lost = await Assert.ThrowsAsync<InvalidOperationException>(() => Ring().GetAsync(default).AsTask());

        Assert.StartsWith($"There are sealed data in {container.Name}, but no keys", lost.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }

    [Theory]
    [InlineData("data/000001.json", "{}")]
    [InlineData("data/000001.json", "hei")]
    [InlineData("person-secret.json", "null")]
    public async Task What_is_no_wrapped_key_is_told_by_its_name(string name, string content)
    {
        await Ring().GetAsync(default);
        await Keys.GetBlobClient(name).UploadAsync(BinaryData.FromString(content), overwrite: true);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Ring().GetAsync(default).AsTask());
        Assert.Equal($"keys/{name} is not a wrapped key.", refused.Message);
    }

    [Fact]
    public async Task A_wrapped_key_that_was_changed_stops_the_ring()
    {
        await Ring().GetAsync(default);
        var blob = Keys.GetBlobClient("data/000001.json");
        var stored = (await blob.DownloadContentAsync()).Value.Content.ToObjectFromJson<WrappedKey>()!;
        stored.Value[0] ^= 1;
        await blob.UploadAsync(BinaryData.FromObjectAsJson(stored), overwrite: true);

        await Assert.ThrowsAsync<CryptographicException>(() => Ring().GetAsync(default).AsTask());
    }

    [Fact]
    public async Task Files_go_through_the_whole_system_by_the_vaults_keys_and_old_ones_are_read_after_a_rotation()
    {
        await using var test = await TestSystem.StartAsync(options => options with
        {
            Configure = options.Configure + ((services, _) =>
            {
                services.TryAddSingleton<IKeyRingSource>(provider => new KeyRingVault(provider.GetRequiredService<StorageAccounts>(), _server.Client(), provider.GetRequiredService<TimeProvider>()));
            }),
        });
        await test.System.Storage.Identity.GetBlobContainerClient(Containers.Keys).CreateIfNotExistsAsync();
        var old = await FileAsync(test, 1);
        _server.AddVersion();
        await ((KeyRingVault)test.Get<IKeyRingSource>()).RotateAsync(default);
        test.Clock.Advance(TimeSpan.FromMinutes(30));
        var young = await FileAsync(test, 2);

        Assert.NotEqual(old, young);
        Assert.Equal((1, 2), (await VersionAsync(test, old), await VersionAsync(test, young)));
        Assert.Contains("<Notifikasjon", System.Text.Encoding.UTF8.GetString(await test.OpenAsync(Containers.Archive, old)), StringComparison.Ordinal);
        Assert.Contains("<Notifikasjon", System.Text.Encoding.UTF8.GetString(await test.OpenAsync(Containers.Archive, young)), StringComparison.Ordinal);
        await test.AssertTidyAsync();
    }

    private static async Task<string> FileAsync(TestSystem test, int records)
    {
        var before = await test.ListAsync(Containers.Archive);
        await test.UploadAsync($"care-events/0301/{records}.xml", Enumerable.Range(0, records).Aggregate(new CareEventDocument(), (all, _) => all.Add()).ToString());
        await test.SettleAsync();
        Assert.Equal(ReceiptStatus.Accepted, (await test.ReceiptAsync($"care-events/0301/{records}.xml")).Status);
        return Assert.Single((await test.ListAsync(Containers.Archive)).Except(before));
    }

    private static async Task<int> VersionAsync(TestSystem test, string name) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian((await test.ReadAsync(Containers.Archive, name)).AsSpan(4));

    private KeyRingVault Ring() => new(_storage, _server.Client(), _clock);
}

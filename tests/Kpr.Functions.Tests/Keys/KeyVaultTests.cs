using System.Security.Cryptography;
using Azure;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Keys;

/// <summary>Wrapping and unwrapping against a real server with a real RSA key.</summary>
public sealed class KeyVaultTests : IAsyncLifetime
{
    private static readonly byte[] Plain = [.. Enumerable.Range(0, 32).Select(value => (byte)value)];

    private VaultServer _server = null!;

    public async Task InitializeAsync() => _server = await VaultServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_is_wrapped_is_unwrapped_by_the_version_that_wrapped_it_also_after_the_key_got_a_new_one()
    {
        var vault = _server.Client();
        var old = await WrapAsync(vault);
        var version = _server.AddVersion();
        var young = await WrapAsync(vault);

        Assert.EndsWith(version, young.VaultKey, StringComparison.Ordinal);
        Assert.NotEqual(old.VaultKey, young.VaultKey);
        Assert.Equal(Plain, await vault.UnwrapAsync(old, default));
        Assert.Equal(Plain, await vault.UnwrapAsync(young, default));
    }

    [Fact]
    public async Task An_identity_that_the_vault_does_not_know_is_a_fault_and_not_tried_again()
    {
        _server.Refuse = _ => VaultServer.Error(401, "Unauthorized");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => _server.Client().WrapAsync(Plain, default));

        Assert.Equal((401, "Unauthorized"), (refused.Status, refused.ErrorCode));
        Assert.Single(_server.Calls);
        Assert.False(Outage.Is(refused, default));
    }

    [Fact]
    public async Task A_refusal_names_role_network_and_key_and_is_waited_out()
    {
        // A new role takes minutes to spread; ten deliveries would be burnt in seconds.
        _server.Refuse = _ => VaultServer.Error(403, "Forbidden");

        var refused = await Assert.ThrowsAsync<VaultRefusedException>(() => _server.Client().WrapAsync(Plain, default));

        Assert.Equal((403, "Forbidden"), (refused.Status, refused.ErrorCode));
        Assert.All(["Key Vault Crypto User", "/keys/kpr", "network", "disabled"], told => Assert.Contains(told, refused.Message, StringComparison.Ordinal));
        Assert.Single(_server.Calls);
        Assert.True(Outage.Is(refused, default));
        Assert.Equal("Key Vault refuses the app, 403", Outage.Kind(refused));
    }

    [Fact]
    public async Task A_busy_vault_is_asked_again_when_it_says()
    {
        var times = new List<long>();
        _server.Refuse = context =>
        {
            times.Add(Environment.TickCount64);
            context.Response.Headers.RetryAfter = "1";
            return times.Count < 2 ? VaultServer.Error(429, "Throttled") : null;
        };

        var wrapped = await WrapAsync(_server.Client());

        Assert.Equal(2, times.Count);
        Assert.True(times[1] - times[0] >= 900, "It was asked again before it said.");
        _server.Refuse = null;
        Assert.Equal(Plain, await _server.Client().UnwrapAsync(wrapped, default));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_vault_that_is_out_is_tried_a_few_times_and_then_is_an_outage(int status)
    {
        _server.Refuse = _ => VaultServer.Error(status, "Out");

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => _server.Client().WrapAsync(Plain, default));

        Assert.Equal(4, _server.Calls.Count);
        Assert.True(Outage.Is(refused, default));
    }

    [Fact]
    public async Task A_vault_that_cannot_be_reached_is_an_outage()
    {
        var vault = _server.Client();
        await _server.DisposeAsync();

        Assert.True(Outage.Is(await Assert.ThrowsAnyAsync<Exception>(() => vault.WrapAsync(Plain, default)), default));
    }

    [Fact]
    public async Task A_version_that_the_vault_has_not_is_told_by_its_address()
    {
        var vault = _server.Client();
        var wrapped = await WrapAsync(vault);
        _server.RemoveVersion(wrapped.VaultKey.Split('/')[^1]);

        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => vault.UnwrapAsync(wrapped, default));
        Assert.Contains(wrapped.VaultKey, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrapped_key_that_was_changed_or_is_of_another_version_is_not_unwrapped()
    {
        var vault = _server.Client();
        var wrapped = await WrapAsync(vault);
        var changed = wrapped with { Value = [.. wrapped.Value.Select((value, at) => at == 7 ? (byte)(value ^ 1) : value)] };
        _server.AddVersion();
        var other = wrapped with { VaultKey = (await WrapAsync(vault)).VaultKey };

        await Assert.ThrowsAsync<CryptographicException>(() => vault.UnwrapAsync(changed, default));
        await Assert.ThrowsAsync<CryptographicException>(() => vault.UnwrapAsync(other, default));
        await Assert.ThrowsAsync<CryptographicException>(() => vault.UnwrapAsync(wrapped with { Algorithm = "RSA1_5" }, default));
    }

    [Theory]
    [InlineData("https://elsewhere.example/keys/kpr/00")]
    [InlineData("{0}keys/other/00")]
    [InlineData("{0}keys/kpr/")]
    [InlineData("{0}keys/kpr/../other/00")]
    [InlineData("{0}keys/kpr/00/unwrapkey?x=")]
    public async Task A_stored_address_sends_no_token_anywhere_else(string address)
    {
        var vault = _server.Client();
        var wrapped = await WrapAsync(vault) with { VaultKey = string.Format(System.Globalization.CultureInfo.InvariantCulture, address, _server.Address) };
        _server.Calls.Clear();

        await Assert.ThrowsAsync<CryptographicException>(() => vault.UnwrapAsync(wrapped, default));
        Assert.Empty(_server.Calls);
    }

    private static async Task<WrappedKey> WrapAsync(KeyVault vault)
    {
        var (key, value) = await vault.WrapAsync(Plain, default);
        return new WrappedKey(key, KeyVault.Algorithm, value, DateTime.UnixEpoch);
    }
}

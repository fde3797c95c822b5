using Azure;
using Kpr.LocalAzure.Azurite;

namespace Kpr.LocalAzure.Tests.Azurite;

/// <summary>Gives every test of a class a fresh account of the one Azurite of this process.</summary>
public abstract class AzuriteFixture : IAsyncLifetime
{
    protected AzuriteAccount Account { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Account = await SharedAzurite.NextAccountAsync();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The service refuses the call with this status and code.</summary>
    protected static async Task<RequestFailedException> RefusedAsync(Func<Task> act, int status, string? code)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(act);
        Assert.Equal((status, code), (refused.Status, refused.ErrorCode));
        return refused;
    }
}

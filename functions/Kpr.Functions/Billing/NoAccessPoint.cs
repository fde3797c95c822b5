namespace Kpr.Functions.Billing;

/// <summary>No access point is set: bills are issued and wait, and their flows tell so, instead of being taken for sent.</summary>
public sealed class NoAccessPoint : IAccessPoint
{
    /// <inheritdoc/>
    public Task<string> SendAsync(string id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken) =>
        Task.FromException<string>(new HttpRequestException("No access point is set (Kpr__Billing__AccessPoint): the document waits."));
}

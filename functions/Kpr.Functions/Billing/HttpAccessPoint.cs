using System.Net;
using System.Net.Http.Headers;

namespace Kpr.Functions.Billing;

/// <summary>
/// An access point over HTTP: <c>GET messages/{id}</c> tells whether it has a message, <c>PUT messages/{id}</c> hands one over; both answer with the receipt as
/// text. Asked before every sending, so that a message it took without being able to say so is never sent twice.
/// </summary>
/// <param name="client">Its client, with base address and credentials.</param>
public sealed class HttpAccessPoint(HttpClient client) : IAccessPoint
{
    /// <inheritdoc/>
    public async Task<string> SendAsync(string id, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        var address = $"messages/{Uri.EscapeDataString(id)}";
        if (await FindAsync(address, cancellationToken) is { } known)
        {
            return known;
        }

        using var content = new ReadOnlyMemoryContent(document);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = content };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", id);
        using var answer = await client.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Conflict && await FindAsync(address, cancellationToken) is { } taken)
        {
            return taken;
        }

        answer.EnsureSuccessStatusCode();
        return await ReceiptAsync(answer, cancellationToken);
    }

    private async Task<string?> FindAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(address, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        return await ReceiptAsync(answer, cancellationToken);
    }

    private static async Task<string> ReceiptAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim() is { Length: > 0 and <= 500 } receipt
            ? receipt
            : throw new HttpRequestException("The access point gave no receipt.", null, answer.StatusCode);
}

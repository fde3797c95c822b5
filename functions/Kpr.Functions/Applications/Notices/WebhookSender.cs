using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>
/// Sends webhooks as Standard Webhooks 1.0 has it. The id is the notice's, the same however often it is sent: a receiver that answered too late sees that it
/// has had it. Redirections are not followed: the body is signed for one address.
/// </summary>
/// <param name="options">The settings.</param>
/// <param name="clock">The time.</param>
public sealed class WebhookSender(IOptions<NoticeOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
    {
        Timeout = options.Value.Patience,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Sends a notice.</summary>
    public async Task<SendAnswer> SendAsync(NoticeAddress address, PlannedNotice notice, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new WebhookMessage($"case.{notice.Template}", notice.At, new WebhookMessage.About(notice.Case, notice.Sequence, notice.Party, notice.Due)), NoticeJson.Default.WebhookMessage);
        var (id, now) = ($"msg_{NoticeStore.KeyOf(notice.Id)}", clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, address.Target) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(address.Secrets!, id, now, body));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.IsSuccessStatusCode ? SendAnswer.Taken
                : new SendAnswer($"HTTP {(int)response.StatusCode}", Permanent: response.StatusCode == HttpStatusCode.Gone, After: Wait(response, now));
        }
        catch (HttpRequestException e)
        {
            return new SendAnswer($"no connection: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendAnswer("no answer in time");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static TimeSpan? Wait(HttpResponseMessage response, DateTimeOffset now)
    {
        var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
        return wait is null ? null : wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Applications.Notices;

/// <summary>
/// Sends e-mail by the REST interface of Azure Communication Services (2023-03-31). The operation's id follows from the letter's, so that one that is sent
/// again is the same operation.
/// </summary>
public sealed class CommunicationMail : IMailSender
{
    private const string Scope = "https://communication.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _address;

    /// <summary>A sender.</summary>
    /// <param name="endpoint">Address of the service.</param>
    /// <param name="credential">May send.</param>
    /// <param name="options">Transport and retries; the usual ones when null.</param>
    public CommunicationMail(Uri endpoint, TokenCredential credential, ClientOptions? options = null)
    {
        _pipeline = HttpPipelineBuilder.Build(options ?? new Options(), new BearerTokenAuthenticationPolicy(credential, Scope));
        _address = new Uri(endpoint, "/emails:send?api-version=2023-03-31");
    }

    /// <inheritdoc/>
    public async Task<SendAnswer> SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(_address);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Operation-Id", Guid.ParseExact(letter.Id, "N").ToString("D", CultureInfo.InvariantCulture));
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(
            new MailRequest(
                letter.From, new MailRequest.Letter(letter.Subject, letter.Body), new MailRequest.Receivers([new MailRequest.Receiver(letter.To)]),
                new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" }),
            NoticeJson.Default.MailRequest));
        try
        {
            await _pipeline.SendAsync(message, cancellationToken);
        }
        catch (Exception e) when (Outage.Is(e, cancellationToken))
        {
            return new SendAnswer(Outage.Kind(e));
        }

        return message.Response.Status switch
        {
            (int)HttpStatusCode.Accepted or (int)HttpStatusCode.OK => SendAnswer.Taken,

            // The letter is wrong, not the service: 401 and 403 are an operator's to mend, and are tried again.
            (int)HttpStatusCode.BadRequest => new SendAnswer("HTTP 400", Permanent: true),
            var status => new SendAnswer(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")),
        };
    }

    private sealed class Options : ClientOptions;
}

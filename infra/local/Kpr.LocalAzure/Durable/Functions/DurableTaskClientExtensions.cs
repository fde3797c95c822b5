using System.Net;
using System.Text.Json;
using Kpr.LocalAzure.Durable;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function that starts an orchestration answers with.</summary>
public static class DurableTaskClientExtensions
{
    /// <summary>202 with the addresses of an instance, names as declared, and the status address as location.</summary>
    public static Task<HttpResponseData> CreateCheckStatusResponseAsync(this DurableTaskClient client, HttpRequestData request, string instanceId, CancellationToken cancellation = default) =>
        client.CreateCheckStatusResponseAsync(request, instanceId, HttpStatusCode.Accepted, cancellation);

    /// <summary>The addresses of an instance with a status, names as declared, and the status address as location.</summary>
    public static async Task<HttpResponseData> CreateCheckStatusResponseAsync(
        this DurableTaskClient client, HttpRequestData request, string instanceId, HttpStatusCode statusCode, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var payload = client.CreateHttpManagementPayload(instanceId, request);
        var response = request.CreateResponse();
        response.StatusCode = statusCode;
        response.Headers.TryAddWithoutValidation("Location", payload.StatusQueryGetUri);
        response.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        await JsonSerializer.SerializeAsync(response.Body, payload, cancellationToken: cancellation);
        return response;
    }

    /// <summary>The addresses of an instance.</summary>
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var root = request?.Url.GetLeftPart(UriPartial.Authority) ?? (client as LocalDurableClient)?.Address?.Invoke().ToString()
            ?? throw new InvalidOperationException("The client does not know where its host is reached.");
        return new HttpManagementPayload(instanceId, root);
    }
}

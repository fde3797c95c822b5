using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Storage;

/// <summary>Builds the HTTP pipeline of a storage client and sends through it.</summary>
internal static class StoragePipeline
{
    public const string TokenScope = "https://storage.azure.com/.default";

    /// <summary>
    /// The switch is looked up once, when a client is made: clients of a run that was stopped stay stopped when the
    /// next run over the same account gets a new switch.
    /// </summary>
    public static HttpPipeline Build(ClientOptions options, string service, string accountName, HttpPipelinePolicy? authentication)
    {
        var pipeline = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new StorageErrorParser() };
        if (authentication is not null)
        {
            pipeline.PerRetryPolicies.Add(authentication);
        }

        pipeline.PerRetryPolicies.Add(new IoSwitchPolicy(IoSwitch.Of(accountName), service));
        return HttpPipelineBuilder.Build(pipeline);
    }

    /// <exception cref="RequestFailedException">The answer has none of the accepted statuses.</exception>
    public static async ValueTask<Response> SendAsync(this HttpPipeline pipeline, HttpMessage message, bool async, CancellationToken cancellationToken, params int[] accepted)
    {
        if (async)
        {
            await pipeline.SendAsync(message, cancellationToken);
        }
        else
        {
            pipeline.Send(message, cancellationToken);
        }

        return accepted.Contains(message.Response.Status) ? message.Response : throw new RequestFailedException(message.Response);
    }
}

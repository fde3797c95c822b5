using Azure.Core;
using Azure.Core.Pipeline;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Storage;

/// <summary>Lets the account's I/O switch see, and break, every try of every request.</summary>
internal sealed class IoSwitchPolicy(IoSwitch ioSwitch, string service) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Begin(message);
        ProcessNext(message, pipeline);
        ioSwitch.End(call);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var call = Begin(message);
        await ProcessNextAsync(message, pipeline);
        ioSwitch.End(call);
    }

    private IoCall Begin(HttpMessage message) =>
        ioSwitch.Begin(service, message.Request.Method.Method, StorageUri.Resource(message.Request.Uri.ToUri()));
}

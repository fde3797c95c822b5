using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>What clients of one account share: the pipeline, and the version they speak.</summary>
internal sealed record BlobConnection(HttpPipeline Pipeline, string Version)
{
    public static BlobConnection Create(Uri uri, TokenCredential credential, BlobClientOptions? options) =>
        Create(uri, new BearerTokenAuthenticationPolicy(credential, StoragePipeline.TokenScope), options);

    public static BlobConnection Create(StorageConnectionString account, BlobClientOptions? options) =>
        Create(account.BlobEndpoint, new SharedKeyPolicy(new StorageSharedKeyCredential(account.AccountName, account.AccountKey)), options);

    private static BlobConnection Create(Uri uri, HttpPipelinePolicy authentication, BlobClientOptions? options)
    {
        options ??= new BlobClientOptions();
        return new BlobConnection(
            StoragePipeline.Build(options, "blob", StorageUri.AccountName(uri), authentication),
            options.Version.ToString()[1..].Replace('_', '-'));
    }

    /// <summary>A request; query values are given unescaped.</summary>
    public HttpMessage Message(RequestMethod method, Uri uri, params ReadOnlySpan<(string Name, string Value)> query)
    {
        var message = Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        foreach (var (name, value) in query)
        {
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }

        message.Request.Headers.SetValue("x-ms-version", Version);
        message.Request.Headers.SetValue("Accept", "application/xml");
        return message;
    }
}

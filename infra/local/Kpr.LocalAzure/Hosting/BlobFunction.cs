using Azure.Storage.Blobs;

namespace Kpr.LocalAzure.Hosting;

/// <summary>A function with a blob trigger.</summary>
internal sealed class BlobFunction(FunctionDescriptor function, BlobPattern pattern, BlobContainerClient container, FunctionRunner runner, int mostAttempts) : IBlobReceiver
{
    public string Name => "function:" + function.Name;

    public int? MostAttempts => mostAttempts;

    public bool Means(string blobName) => pattern.Match(blobName) is not null;

    public Task<Outcome> TakeAsync(BlobVersion blob) => runner.RunAsync((services, token) => Invoke(blob, services, token));

    private Invocation Invoke(BlobVersion blob, IServiceProvider services, CancellationToken cancellationToken)
    {
        var client = container.GetBlobClient(blob.Name);
        var data = pattern.Match(blob.Name)!;
        data["BlobTrigger"] = $"{container.Name}/{blob.Name}";
        data["Uri"] = client.Uri;
        return new Invocation(function, services, data, cancellationToken)
        {
            BindTrigger = parameter => ValueTask.FromResult<object?>(parameter.ParameterType.IsInstanceOfType(client)
                ? client
                : throw new InvalidOperationException($"Function '{function.Name}' takes a {parameter.ParameterType}; a blob function takes a BlobClient and opens the stream itself.")),
        };
    }
}

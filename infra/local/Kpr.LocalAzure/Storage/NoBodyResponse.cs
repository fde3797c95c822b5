using Azure;

namespace Kpr.LocalAzure.Storage;

/// <summary>An answer without a value, for example 304 to a conditional read.</summary>
internal sealed class NoBodyResponse<T>(Response response) : Response<T>
{
    public override T Value => throw new InvalidOperationException($"Status: {response.Status}, Service returned no content.");

    public override bool HasValue => false;

    public override Response GetRawResponse() => response;
}

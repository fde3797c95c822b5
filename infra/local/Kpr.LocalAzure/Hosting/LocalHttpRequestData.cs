using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace Kpr.LocalAzure.Hosting;

/// <summary>A request of ASP.NET Core in the worker's own form.</summary>
internal sealed class LocalHttpRequestData : HttpRequestData
{
    private readonly HttpRequest _request;

    public LocalHttpRequestData(FunctionContext context, HttpRequest request)
        : base(context)
    {
        _request = request;
        foreach (var (name, values) in request.Headers)
        {
            Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }
    }

    public override Stream Body => _request.Body;

    public override HttpHeadersCollection Headers { get; } = [];

    public override Uri Url => new(_request.GetEncodedUrl());

    public override string Method => _request.Method;

    public override HttpResponseData CreateResponse() => new LocalHttpResponseData(FunctionContext);
}

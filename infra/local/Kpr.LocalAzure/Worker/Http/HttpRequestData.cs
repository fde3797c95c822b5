namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>A request, without ASP.NET Core's types.</summary>
/// <param name="functionContext">The invocation.</param>
public abstract class HttpRequestData(FunctionContext functionContext)
{
    /// <summary>The invocation.</summary>
    public FunctionContext FunctionContext { get; } = functionContext;

    /// <summary>Its body.</summary>
    public abstract Stream Body { get; }

    /// <summary>Its headers.</summary>
    public abstract HttpHeadersCollection Headers { get; }

    /// <summary>Its address.</summary>
    public abstract Uri Url { get; }

    /// <summary>Its method.</summary>
    public abstract string Method { get; }

    /// <summary>A response to it.</summary>
    public abstract HttpResponseData CreateResponse();
}

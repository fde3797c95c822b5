using System.Net;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>A response, without ASP.NET Core's types; written when the function returns it.</summary>
/// <param name="functionContext">The invocation.</param>
public abstract class HttpResponseData(FunctionContext functionContext)
{
    /// <summary>The invocation.</summary>
    public FunctionContext FunctionContext { get; } = functionContext;

    /// <summary>Its status.</summary>
    public abstract HttpStatusCode StatusCode { get; set; }

    /// <summary>Its headers.</summary>
    public abstract HttpHeadersCollection Headers { get; set; }

    /// <summary>Its body.</summary>
    public abstract Stream Body { get; set; }
}

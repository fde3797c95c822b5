using Kpr.LocalAzure.Hosting;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What ASP.NET Core integration adds to the context of an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The HTTP request and response of the invocation; null unless HTTP started it.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Invocation.HttpContextKey, out var value) ? value as HttpContext : null;
    }
}

using Kpr.LocalAzure.Hosting;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Lets middleware see what a function returned.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned; for middleware after <c>next</c>.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ((Invocation)context).Result;
    }
}

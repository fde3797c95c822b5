namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Code around every invocation.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Handles an invocation and passes it on.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step of the way an invocation goes.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);

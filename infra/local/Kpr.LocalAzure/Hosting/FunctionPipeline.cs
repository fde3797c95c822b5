using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Hosting;

/// <summary>The way an invocation goes: middleware, first added outermost, then the function.</summary>
internal sealed class FunctionPipeline(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _entry = middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, step) => step(next));

    public Task InvokeAsync(Invocation invocation) => _entry(invocation);

    private static async Task CallAsync(FunctionContext context)
    {
        var invocation = (Invocation)context;
        var method = invocation.Function.Method;
        var arguments = await Arguments.BindAsync(invocation);

        // Made for this invocation from its scope, and not disposed: as in the worker, only what the scope made is.
        var instance = method.IsStatic ? null : ActivatorUtilities.CreateInstance(invocation.InstanceServices, invocation.Function.Type);
        var returned = method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        invocation.Result.Value = await AwaitAsync(returned, method.ReturnType);
    }

    private static async Task<object?> AwaitAsync(object? returned, Type declared)
    {
        if (declared.IsGenericType && declared.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            returned = declared.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);
            declared = typeof(Task<>);
        }

        switch (returned)
        {
            case ValueTask task:
                await task;
                return null;
            case Task task:
                await task;
                return declared.IsGenericType ? returned.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(returned) : null;
            default:
                return returned;
        }
    }
}

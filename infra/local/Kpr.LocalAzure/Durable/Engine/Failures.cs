using System.Text.Json;
using DurableTask.Core.Exceptions;

namespace Kpr.LocalAzure.Durable;

/// <summary>What the output of a failed instance says: text, not the JSON of a value.</summary>
internal static class Failures
{
    /// <summary>The orchestrator threw.</summary>
    public static string Text(Exception exception)
    {
        // A child without failure details is more than the genuine host can tell.
        var shown = exception is Microsoft.DurableTask.TaskFailedException { FailureDetails: null } ? Nothing() : exception;
        return $"{shown.GetType().FullName}: {shown.Message}";
    }

    /// <summary>Something threw before the orchestrator could see it: an event that does not fit, a history that does not match.</summary>
    public static string TextOutside(string name, Exception exception) => exception is NonDeterministicOrchestrationException
        ? Text(exception)
        : JsonSerializer.Serialize(new { message = $"Function '{name}' failed with an unhandled exception.", error = Text(exception) });

    /// <summary>There is no such orchestrator.</summary>
    public static string Unknown(string name) => JsonSerializer.Serialize(new
    {
        message = $"The function '{name}' doesn't exist, is disabled, or is not an orchestrator function. Additional info: it is not among the functions of this host.",
    });

#pragma warning disable CA2201 // What the genuine host shows.
    private static NullReferenceException Nothing() => new();
#pragma warning restore CA2201
}

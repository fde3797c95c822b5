namespace DurableTask.Core.Exceptions;

/// <summary>The orchestrator's code does not do what its history says it did. Its name stands in the instance's output.</summary>
internal sealed class NonDeterministicOrchestrationException(string difference)
    : Exception("Non-Deterministic workflow detected: " + difference);

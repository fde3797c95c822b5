namespace DurableTask.Core.Exceptions;

/// <summary>What stands behind the failure of an activity; never the original exception.</summary>
internal sealed class TaskFailedException(string message) : Exception(message);

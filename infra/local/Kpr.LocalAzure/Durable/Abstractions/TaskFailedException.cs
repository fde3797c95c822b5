namespace Microsoft.DurableTask;

/// <summary>An activity or a sub-orchestration failed; thrown where it is awaited.</summary>
#pragma warning disable CA1032 // The genuine one has no other constructors.
public sealed class TaskFailedException : Exception
#pragma warning restore CA1032
{
    /// <summary>A failure.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails? failureDetails)
        : this(taskName, taskId, failureDetails, null)
    {
    }

    internal TaskFailedException(string taskName, int taskId, TaskFailureDetails? failureDetails, Exception? inner)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception{(failureDetails is null ? "." : ": " + failureDetails.ErrorMessage)}", inner)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails!;
    }

    /// <summary>The name it was called by.</summary>
    public string TaskName { get; }

    /// <summary>Its number among everything the orchestration began: activities, timers, sub-orchestrations, events sent.</summary>
    public int TaskId { get; }

    /// <summary>How it failed; null for a sub-orchestration that was terminated or has no code.</summary>
    public TaskFailureDetails FailureDetails { get; }
}

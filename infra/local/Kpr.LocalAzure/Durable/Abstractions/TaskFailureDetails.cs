namespace Microsoft.DurableTask;

/// <summary>How a task failed: what remains of the exception.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
/// <param name="ErrorMessage">Its message.</param>
/// <param name="StackTrace">Its stack; null for inner failures.</param>
/// <param name="InnerFailure">The failure behind it.</param>
/// <param name="Properties">More, by name; empty.</param>
public record TaskFailureDetails(string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure, IDictionary<string, object?>? Properties)
{
    /// <summary>The details of an exception.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return From(exception, exception.StackTrace);
    }

    /// <summary>Whether the exception was of this type, or of one derived from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the exception was of this type, or of one derived from it.</summary>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        return AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType))
            .Any(targetBaseExceptionType.IsAssignableFrom);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static TaskFailureDetails From(Exception exception, string? stack) => new(
        exception.GetType().FullName!,
        exception.Message,
        stack,
        exception is TaskFailedException failed ? failed.FailureDetails : exception.InnerException is { } inner ? From(inner, null) : null,
        new Dictionary<string, object?>());
}

namespace DurableTask.Core.Exceptions;

/// <summary>An instance of the same id stands in the way.</summary>
public class OrchestrationAlreadyExistsException : InvalidOperationException
{
    /// <summary>Without a message.</summary>
    public OrchestrationAlreadyExistsException()
    {
    }

    /// <summary>With a message.</summary>
    public OrchestrationAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what is behind it.</summary>
    public OrchestrationAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

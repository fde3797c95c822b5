namespace Grpc.Core;

/// <summary>How a call ended.</summary>
public enum StatusCode
{
    /// <summary>Well.</summary>
    OK = 0,

    /// <summary>Cancelled by the caller.</summary>
    Cancelled = 1,

    /// <summary>Something went wrong on the other side.</summary>
    Unknown = 2,

    /// <summary>There is no such instance.</summary>
    NotFound = 5,

    /// <summary>A message is too large.</summary>
    ResourceExhausted = 8,

    /// <summary>The instance is not in a state for it.</summary>
    FailedPrecondition = 9,
}

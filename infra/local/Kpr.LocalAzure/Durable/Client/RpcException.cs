namespace Grpc.Core;

/// <summary>The durable extension refused a call.</summary>
#pragma warning disable CA1032 // The genuine one has no other constructors.
public class RpcException(Status status) : Exception(status.ToString())
#pragma warning restore CA1032
{
    /// <summary>Why.</summary>
    public Status Status { get; } = status;

    /// <summary>Why, as a code.</summary>
    public StatusCode StatusCode => Status.StatusCode;
}

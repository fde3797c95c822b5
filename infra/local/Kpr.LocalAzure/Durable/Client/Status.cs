namespace Grpc.Core;

/// <summary>How a call ended.</summary>
/// <param name="statusCode">The code.</param>
/// <param name="detail">The text.</param>
#pragma warning disable CA1815 // As the genuine one.
public struct Status(StatusCode statusCode, string detail)
#pragma warning restore CA1815
{
    /// <summary>The code.</summary>
    public StatusCode StatusCode { get; } = statusCode;

    /// <summary>The text.</summary>
    public string Detail { get; } = detail;

    /// <inheritdoc/>
    public override readonly string ToString() => $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}

namespace Azure.Storage.Blobs.Models;

/// <summary>The codes of the service's refusals, as found in <see cref="RequestFailedException.ErrorCode"/>.</summary>
/// <param name="value">The code.</param>
public readonly struct BlobErrorCode(string value) : IEquatable<BlobErrorCode>
{
    private readonly string _value = value;

    /// <summary>A blob of that name exists, and was not to be replaced.</summary>
    public static BlobErrorCode BlobAlreadyExists { get; } = new(nameof(BlobAlreadyExists));

    /// <summary>There is no such blob.</summary>
    public static BlobErrorCode BlobNotFound { get; } = new(nameof(BlobNotFound));

    /// <summary>A condition of the request does not hold.</summary>
    public static BlobErrorCode ConditionNotMet { get; } = new(nameof(ConditionNotMet));

    /// <summary>The container exists.</summary>
    public static BlobErrorCode ContainerAlreadyExists { get; } = new(nameof(ContainerAlreadyExists));

    /// <summary>The container was deleted a moment ago.</summary>
    public static BlobErrorCode ContainerBeingDeleted { get; } = new(nameof(ContainerBeingDeleted));

    /// <summary>There is no such container.</summary>
    public static BlobErrorCode ContainerNotFound { get; } = new(nameof(ContainerNotFound));

    /// <summary>The blob is of another kind.</summary>
    public static BlobErrorCode InvalidBlobType { get; } = new(nameof(InvalidBlobType));

    /// <summary>The range begins beyond the end.</summary>
    public static BlobErrorCode InvalidRange { get; } = new(nameof(InvalidRange));

    /// <summary>The blob does not have the length the request demands.</summary>
    public static BlobErrorCode AppendPositionConditionNotMet { get; } = new(nameof(AppendPositionConditionNotMet));

    /// <summary>A code from its text.</summary>
    public static implicit operator BlobErrorCode(string? value) => new(value!);

    /// <summary>Whether two codes are the same, without regard to case.</summary>
    public static bool operator ==(BlobErrorCode left, BlobErrorCode right) => left.Equals(right);

    /// <summary>Whether two codes differ.</summary>
    public static bool operator !=(BlobErrorCode left, BlobErrorCode right) => !left.Equals(right);

    /// <summary>Whether a code is this text.</summary>
    public static bool operator ==(BlobErrorCode code, string? value) => code.Equals(value);

    /// <summary>Whether a code is not this text.</summary>
    public static bool operator !=(BlobErrorCode code, string? value) => !code.Equals(value);

    /// <summary>Whether this text is a code.</summary>
    public static bool operator ==(string? value, BlobErrorCode code) => code.Equals(value);

    /// <summary>Whether this text is not a code.</summary>
    public static bool operator !=(string? value, BlobErrorCode code) => !code.Equals(value);

    /// <inheritdoc/>
    public bool Equals(BlobErrorCode other) => Equals(other._value);

    /// <summary>Whether the code is this text.</summary>
    public bool Equals(string? value) => string.Equals(_value, value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BlobErrorCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value ?? "");

    /// <inheritdoc/>
    public override string ToString() => _value;
}

namespace Microsoft.DurableTask;

/// <summary>The version of an orchestration.</summary>
public readonly struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>A version.</summary>
    public TaskVersion(string version) => Version = version;

    /// <summary>The text of the version; null when none was given.</summary>
    public string Version { get; }

    /// <summary>Makes a version of text.</summary>
    public static implicit operator TaskVersion(string value) => new(value);

    /// <summary>The text of a version.</summary>
    public static implicit operator string(TaskVersion value) => value.Version;

    /// <summary>Whether two versions are the same.</summary>
    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    /// <summary>Whether two versions differ.</summary>
    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    /// <inheritdoc/>
    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Version is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}

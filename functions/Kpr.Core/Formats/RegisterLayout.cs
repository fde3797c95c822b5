namespace Kpr.Core.Formats;

/// <summary>How accepted records of a feed lie in the register: columns and partitions.</summary>
public abstract class RegisterLayout
{
    /// <summary>Folder in the register, for example "care-events".</summary>
    public abstract string Folder { get; }

    /// <summary>The columns in order, without those that every segment has (ordinal, person key).</summary>
    public abstract IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>The partition of a record, as a path below the folder, for example "2024/0301"; null when the record has no row: it is identity alone.</summary>
    /// <param name="record">An accepted record.</param>
    /// <param name="sender">The sender of the file.</param>
    public abstract string? Partition(FeedRecord record, string sender);

    /// <summary>Writes the values of a record in the order of <see cref="Columns"/>; null is an empty field.</summary>
    public abstract void Write(FeedRecord record, Span<string?> values);
}

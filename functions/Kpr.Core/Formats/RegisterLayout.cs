namespace Kpr.Core.Formats;

/// <summary>How accepted records of a feed lie in the register: columns and partitions.</summary>
public abstract class RegisterLayout
{
    /// <summary>Folder in the register, for example "care-events".</summary>
    public abstract string Folder { get; }

    /// <summary>The columns in order, without those that every segment has (ordinal, person key).</summary>
    public abstract IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>The partition of a record, as a path below the folder, for example "2024/0301".</summary>
    /// <param name="record">An accepted record.</param>
    /// <param name="sender">The sender of the file.</param>
    public abstract string Partition(FeedRecord record, string sender);

    /// <summary>The period whose figures the records of a partition count in, a year or a month, for example "2024"; null when they count in none.</summary>
    public virtual string? PeriodOf(string partition) => partition[..partition.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The services that a record counts for, each once; none where the feed does not tell them.</summary>
    /// <param name="values">Its values, as <see cref="Write"/> gave them.</param>
    public virtual IReadOnlyCollection<string> ServicesOf(ReadOnlySpan<string?> values) => [];

    /// <summary>Writes the values of a record in the order of <see cref="Columns"/>; null is an empty field.</summary>
    public abstract void Write(FeedRecord record, Span<string?> values);

    /// <summary>Place of a column.</summary>
    protected int PlaceOf(string column) => Columns.Index().First(one => one.Item.Name == column).Index;
}

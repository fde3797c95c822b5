using Kpr.Core.Persons;

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

    /// <summary>The period whose figures the records of a partition count in, a year or a month, for example "2024"; null when they count in none.</summary>
    public virtual string? PeriodOf(string partition) => partition[..partition.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The services that a record counts for, each once; none where the feed does not tell them.</summary>
    /// <param name="values">Its values, as <see cref="Write"/> gave them.</param>
    public virtual IReadOnlyCollection<string> ServicesOf(ReadOnlySpan<string?> values) => [];

    /// <summary>The services in the layout whose health items a person may object to (KPR regulation § 2-2). Default: none.</summary>
    public virtual ReservedServices Reservable => ReservedServices.None;

    /// <summary>Takes the health items of services that the person objects to out of a row; what is administrative stays.</summary>
    /// <param name="services">What the person objects to.</param>
    /// <param name="values">The row, in the order of <see cref="Columns"/>.</param>
    /// <returns>Whether anything was taken out.</returns>
    public virtual bool Withhold(ReservedServices services, Span<string?> values) => false;

    /// <summary>Empties columns of a row.</summary>
    /// <returns>Whether any of them held something.</returns>
    protected static bool Empty(ReadOnlySpan<int> columns, Span<string?> values)
    {
        var any = false;
        foreach (var column in columns)
        {
            any |= !string.IsNullOrEmpty(values[column]);
            values[column] = null;
        }

        return any;
    }

    /// <summary>Places of columns by their names.</summary>
    protected int[] Places(params ReadOnlySpan<string> names)
    {
        var places = new int[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            places[i] = PlaceOf(names[i]);
        }

        return places;
    }

    /// <summary>Writes the values of a record in the order of <see cref="Columns"/>; null is an empty field.</summary>
    public abstract void Write(FeedRecord record, Span<string?> values);

    /// <summary>Place of a column.</summary>
    protected int PlaceOf(string column) => Columns.Index().First(one => one.Item.Name == column).Index;
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary. The keys PartitionKey, RowKey, Timestamp and odata.etag are in it too. Names are case-sensitive.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The genuine library's name.")]
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> _properties;

    /// <summary>Creates an empty row.</summary>
    public TableEntity()
        : this(new Dictionary<string, object?>())
    {
    }

    /// <summary>Creates a row with a key.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this() => (PartitionKey, RowKey) = (partitionKey, rowKey);

    /// <summary>Creates a row with the properties of a dictionary.</summary>
    public TableEntity(IDictionary<string, object?> values) => _properties = new Dictionary<string, object?>(values);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => _properties[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => _properties[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(ETagName) is { } text ? new ETag(text) : default;
        set => _properties[ETagName] = value.ToString();
    }

    /// <summary>Number of entries, keys and entity tag included.</summary>
    public int Count => _properties.Count;

    /// <summary>Names of the entries.</summary>
    public ICollection<string> Keys => _properties.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>A property; null when there is none.</summary>
    public object? this[string key]
    {
        get => _properties.GetValueOrDefault(key);
        set => _properties[key] = value;
    }

    /// <summary>A text; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public string? GetString(string key) => (string?)Get(key, typeof(string));

    /// <summary>A truth value; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    /// <summary>A number; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    /// <summary>A long number; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    /// <summary>A floating-point number; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    /// <summary>A unique number; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    /// <summary>Bytes; null when there are none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public byte[]? GetBinary(string key) => Get(key, typeof(byte[]), typeof(BinaryData)) switch
    {
        BinaryData data => data.ToArray(),
        var bytes => (byte[]?)bytes,
    };

    /// <summary>Bytes; null when there are none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public BinaryData? GetBinaryData(string key) => Get(key, typeof(BinaryData), typeof(byte[])) switch
    {
        byte[] bytes => BinaryData.FromBytes(bytes),
        var data => (BinaryData?)data,
    };

    /// <summary>A time in UTC; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public DateTime? GetDateTime(string key) => Get(key, typeof(DateTime), typeof(DateTimeOffset)) switch
    {
        DateTimeOffset time => time.UtcDateTime,
        var time => (DateTime?)time,
    };

    /// <summary>A time; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">The property is of another type: nothing is converted.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key, typeof(DateTimeOffset), typeof(DateTime)) switch
    {
        DateTime time => new DateTimeOffset(time),
        var time => (DateTimeOffset?)time,
    };

    /// <summary>Adds a property.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Add(string key, object? value) => _properties.Add(key, value);

    /// <summary>Whether there is a property of that name.</summary>
    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    /// <summary>Takes a property away; false if there was none.</summary>
    public bool Remove(string key) => _properties.Remove(key);

    /// <summary>Reads a property if there is one.</summary>
    public bool TryGetValue(string key, out object? value) => _properties.TryGetValue(key, out value);

    /// <summary>Takes everything away, the keys too.</summary>
    public void Clear() => _properties.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => Entries.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) => Entries.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) => Entries.Remove(item);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();

    private ICollection<KeyValuePair<string, object?>> Entries => _properties;

    private object? Get(string key, params ReadOnlySpan<Type> readable)
    {
        var value = _properties.GetValueOrDefault(key);
        return value is null || readable.Contains(value.GetType())
            ? value
            : throw new InvalidOperationException($"Cannot return {readable[0]} type for a {value.GetType()} typed property.");
    }
}

namespace Azure.Data.Tables;

/// <summary>A row of a table.</summary>
public interface ITableEntity
{
    /// <summary>First half of the key: rows of a partition can be changed together.</summary>
    string PartitionKey { get; set; }

    /// <summary>Second half of the key.</summary>
    string RowKey { get; set; }

    /// <summary>Time of the latest change, set by the service and never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Changes with every write.</summary>
    ETag ETag { get; set; }
}

namespace Azure.Data.Tables;

/// <summary>What a step of a transaction does.</summary>
public enum TableTransactionActionType
{
    /// <summary>Adds a row that must not exist.</summary>
    Add,

    /// <summary>Changes the named properties of a row that must exist.</summary>
    UpdateMerge,

    /// <summary>Replaces a row that must exist.</summary>
    UpdateReplace,

    /// <summary>Deletes a row that must exist.</summary>
    Delete,

    /// <summary>Adds a row, or changes its named properties.</summary>
    UpsertMerge,

    /// <summary>Adds or replaces a row.</summary>
    UpsertReplace,
}

namespace Azure.Data.Tables;

/// <summary>A step of a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>A step that does not look at the entity tag.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>A step on a condition.</summary>
    /// <param name="actionType">What it does.</param>
    /// <param name="entity">The row; its own entity tag is not looked at.</param>
    /// <param name="etag">The tag the stored row must have; default is any.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default) =>
        (ActionType, Entity, ETag) = (actionType, entity, etag);

    /// <summary>What it does.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The tag the stored row must have; default is any.</summary>
    public ETag ETag { get; }
}

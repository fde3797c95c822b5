using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused; nothing of it is stored.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    private const string FailedEntity = "FailedEntity";

    /// <summary>Creates the exception from the refusal of the step that failed.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode, requestFailedException.InnerException)
    {
        if (requestFailedException.Data[FailedEntity] is string index)
        {
            Data[FailedEntity] = index;
            FailedTransactionActionIndex = int.Parse(index, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>0-based position of the step that failed, when the service tells.</summary>
    public int? FailedTransactionActionIndex { get; }
}

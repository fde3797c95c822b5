namespace Kpr.Functions.Azure;

/// <summary>The Service Bus queues and what the code needs of them; the infrastructure is held to this by a test.</summary>
public static class Queues
{
    /// <summary>New blobs, as CloudEvents of Event Grid.</summary>
    public const string FileArrived = "file-arrived";

    /// <summary>Chunks of municipal files.</summary>
    public const string ValidateMunicipal = "validate-municipal";

    /// <summary>Chunks of claims files.</summary>
    public const string ValidateClaims = "validate-claims";

    /// <summary>Files whose chunks are all judged.</summary>
    public const string CompleteFile = "complete-file";

    /// <summary>Cases in which something happened.</summary>
    public const string NudgeCase = "nudge-case";

    /// <summary>Tables that were ordered.</summary>
    public const string OrderTable = "order-table";

    /// <summary>Extracts that were ordered, released or withdrawn.</summary>
    public const string PrepareExtract = "prepare-extract";

    /// <summary>Linkages whose keys were ordered, or are over.</summary>
    public const string PrepareLinkage = "prepare-linkage";

    /// <summary>Suffix of a queue's dead letters.</summary>
    public const string DeadLetter = "/$deadletterqueue";

    /// <summary>All queues.</summary>
    public static IReadOnlyList<QueueNeeds> All { get; } =
    [
        new(FileArrived), new(ValidateMunicipal), new(ValidateClaims), new(CompleteFile), new(NudgeCase), new(OrderTable), new(PrepareExtract), new(PrepareLinkage),
    ];
}

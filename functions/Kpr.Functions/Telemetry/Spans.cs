namespace Kpr.Functions.Telemetry;

/// <summary>Names of the spans, beside those of queues (<c>{queue} process</c>).</summary>
public static class Spans
{
    /// <summary>A file is claimed, read once and cut into chunks.</summary>
    public const string ReceiveFile = "receive file";

    /// <summary>A chunk of about 5,000 records is judged: the smallest span there is.</summary>
    public const string JudgeChunk = "judge chunk";

    /// <summary>A file is put together, stored and answered.</summary>
    public const string CompleteFile = "complete file";

    /// <summary>A file that nobody works on is driven on.</summary>
    public const string DriveOn = "drive file on";

    /// <summary>What a queue has given up is noted.</summary>
    public const string DeadLetter = "note dead letter";

    /// <summary>A command is given to a case: by a person over HTTP, or by its flow.</summary>
    public const string GiveCommand = "give command";

    /// <summary>A basis of a case is handed over to billing.</summary>
    public const string BeginBill = "begin bill";

    /// <summary>All names, with what they are.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ReceiveFile] = "A file is claimed, read once and cut into chunks. Links to the context in the metadata of the sender's blob.",
        [JudgeChunk] = "A chunk of about 5,000 records is judged. There is no smaller span.",
        [CompleteFile] = "A file is put together from its chunks, stored and answered.",
        [DriveOn] = "A file that nobody works on, or that an operator replays, is driven on.",
        [GiveCommand] = "A command is given to a case: by a person over HTTP, or by its flow. The flow belongs to the trace of the command that began it, to the last bill.",
        [BeginBill] = "A basis of a case is handed over to billing.",
        [DeadLetter] = "What a queue has given up is noted with its file.",
    };
}

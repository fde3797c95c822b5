namespace Kpr.Functions.Ingest;

/// <summary>How far a file has come. States only move forwards, but for a lease that is taken over.</summary>
public enum FileState
{
    /// <summary>Being read and cut.</summary>
    Receiving,

    /// <summary>Read to the end; its chunks are being sent.</summary>
    Sending,

    /// <summary>Its chunks are being judged.</summary>
    Validating,

    /// <summary>Judged and held: the other shipment of the annual report has not come (F16).</summary>
    AwaitsCounterpart,

    /// <summary>Judged and held: so much of it is rejected that somebody must look at it (F25).</summary>
    AwaitsReview,

    /// <summary>Answered: the receipt is there.</summary>
    Completed,

    /// <summary>Given up by the queue; waits for a replay.</summary>
    Failed,

    /// <summary>Not taken: nobody can be answered.</summary>
    Refused,
}

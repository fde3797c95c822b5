namespace Kpr.LocalAzure.Hosting;

/// <summary>Who is told of new versions of blobs: a function, or a queue for events.</summary>
internal interface IBlobReceiver
{
    /// <summary>Its name in the receipts.</summary>
    string Name { get; }

    /// <summary>How often a version is tried; null for until it succeeds.</summary>
    int? MostAttempts { get; }

    /// <summary>Whether a blob concerns it.</summary>
    bool Means(string blobName);

    /// <summary>Takes a version.</summary>
    Task<Outcome> TakeAsync(BlobVersion blob);
}

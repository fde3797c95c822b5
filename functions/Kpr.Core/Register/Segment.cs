namespace Kpr.Core.Register;

/// <summary>An immutable piece of a partition: the records of one delivery.</summary>
/// <param name="Name">Name of the blob below the partition.</param>
/// <param name="Delivery">Id of the delivery, derived from feed, sender and content.</param>
/// <param name="Sender">Municipality or organisation number of the sender.</param>
/// <param name="ReceivedAt">When the file arrived (UTC).</param>
/// <param name="Rows">Number of records.</param>
/// <param name="Sha256">SHA-256 of the blob, lower-case hexadecimal.</param>
/// <param name="Edition">Id by which other deliveries may supersede this one; null in feeds where none can.</param>
public sealed record Segment(string Name, string Delivery, string Sender, DateTime ReceivedAt, long Rows, string Sha256, Guid? Edition = null)
{
    /// <summary>Serial number by which a newer delivery replaces an older one in the partition; null in feeds where all count.</summary>
    public long? SerialNumber { get; init; }
}

namespace Kpr.Core.Register.View;

/// <summary>A notification as it is stored, as far as the current view asks.</summary>
/// <param name="Id">Its GUID.</param>
/// <param name="Status">N new, M replaces, C annuls (list 7316).</param>
/// <param name="About">The notification that M or C is about; null for N.</param>
/// <param name="NotifiedAt">When it was made.</param>
/// <param name="Serial">Serial number in the municipality; 0 when it has none.</param>
/// <param name="Service">The service's local key (tjenesteID).</param>
/// <param name="IsStart">Whether it tells that the service starts.</param>
/// <param name="ReceivedAt">When its file arrived.</param>
public sealed record StoredEvent(
    Guid Id, char Status, Guid? About, DateTimeOffset NotifiedAt, ulong Serial, string? Service, bool IsStart, DateTimeOffset ReceivedAt)
{
    /// <summary>Which of several that are about the same counts: the one made last; serial number and GUID decide between equals.</summary>
    internal static readonly IComparer<StoredEvent> ByTime = Comparer<StoredEvent>.Create(static (a, b) =>
        (a.NotifiedAt.UtcTicks, a.Serial, a.Id).CompareTo((b.NotifiedAt.UtcTicks, b.Serial, b.Id)));
}

using System.Text.Json.Nodes;

namespace Kpr.Functions.Applications.Http;

/// <summary>Events as they are stored.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Events">The events.</param>
/// <param name="Next">Address of the next page; null at the end.</param>
public sealed record EventPage(string Case, IReadOnlyList<EventPage.Item> Events, string? Next)
{
    /// <summary>An event.</summary>
    /// <param name="Event">As it is stored.</param>
    /// <param name="Hash">The hash chain after it.</param>
    public sealed record Item(JsonNode Event, string Hash);
}

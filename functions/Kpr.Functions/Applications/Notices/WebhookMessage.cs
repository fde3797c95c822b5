namespace Kpr.Functions.Applications.Notices;

/// <summary>What a webhook says: that something happened in a case. The rest is read by the API, with a token.</summary>
/// <param name="Type">What: <c>case.</c> and the event's name.</param>
/// <param name="Timestamp">When it was planned (UTC).</param>
/// <param name="Data">Where.</param>
public sealed record WebhookMessage(string Type, DateTimeOffset Timestamp, WebhookMessage.About Data)
{
    /// <summary>Where something happened.</summary>
    /// <param name="Case">Id of the case.</param>
    /// <param name="Sequence">Place of the event in it.</param>
    /// <param name="Party">The party that is told.</param>
    /// <param name="Due">The last day of the deadline that it is about.</param>
    public sealed record About(string Case, long Sequence, string Party, DateOnly? Due);
}

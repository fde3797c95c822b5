namespace Kpr.LocalAzure.ServiceBus;

/// <summary>What becomes of a received message.</summary>
internal abstract record Settlement
{
    public sealed record Complete : Settlement;

    public sealed record Abandon(IDictionary<string, object>? Properties) : Settlement;

    public sealed record Defer(IDictionary<string, object>? Properties) : Settlement;

    public sealed record DeadLetter(IDictionary<string, object>? Properties, string? Reason, string? Description) : Settlement;
}

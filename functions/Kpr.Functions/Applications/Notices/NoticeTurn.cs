namespace Kpr.Functions.Applications.Notices;

/// <summary>The turn to send a party's notices by one channel; nobody else has it.</summary>
/// <param name="Partition">The partition of the party and channel.</param>
/// <param name="Since">When a notice was planned last, as far as was known when the turn was taken.</param>
public sealed record NoticeTurn(string Partition, DateTimeOffset Since);

namespace Kpr.Core.Cases;

/// <summary>A kind of event.</summary>
/// <param name="Name">Stored name.</param>
/// <param name="Version">Version of its form.</param>
/// <param name="Norwegian">What happened, in bokmål.</param>
/// <param name="English">What happened, in English.</param>
/// <param name="Type">The record.</param>
public sealed record EventType(string Name, int Version, string Norwegian, string English, Type Type);

namespace Kpr.Core.Cases.Revocations;

/// <summary>A revocation (tilbakekall) with hearing.</summary>
/// <param name="Ground">Which condition was broken, or what else.</param>
/// <param name="OpenedOn">When the data user was told.</param>
/// <param name="Answer">What the data user said.</param>
/// <param name="Settled">Whether it was decided, either way.</param>
public sealed record Revocation(string Ground, DateOnly OpenedOn, string? Answer = null, bool Settled = false);

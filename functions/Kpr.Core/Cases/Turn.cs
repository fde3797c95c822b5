using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases;

/// <summary>Somebody that the case waits for.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Party">Which one, of several: a register's code, or the name of who was asked.</param>
/// <param name="Norwegian">For what, in bokmål.</param>
/// <param name="English">For what, in English.</param>
public sealed record Turn(Role Role, string? Party, string Norwegian, string English);

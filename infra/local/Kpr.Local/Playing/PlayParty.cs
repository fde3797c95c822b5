namespace Kpr.Local.Playing;

/// <summary>Who caused an event.</summary>
/// <param name="Role">As what.</param>
/// <param name="Subject">Who.</param>
/// <param name="Organisation">Organisation number, where there is one.</param>
/// <param name="Register">Code of the register, where there is one.</param>
internal sealed record PlayParty(string Role, string Subject, string? Organisation, string? Register);

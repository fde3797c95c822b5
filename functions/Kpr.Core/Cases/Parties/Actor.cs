namespace Kpr.Core.Cases.Parties;

/// <summary>Who does something. Comes from a validated token, or is the system.</summary>
/// <param name="Role">As what.</param>
/// <param name="Subject">Stable opaque id of the person or part of the system; never a national identity number.</param>
/// <param name="Organisation">Organisation number, nine digits, where the token has one.</param>
/// <param name="Register">Code of the register that staff act for, for example <c>kpr</c>; null for others.</param>
public sealed record Actor(Role Role, string Subject, string? Organisation = null, string? Register = null)
{
    /// <summary>The clocks.</summary>
    public static Actor Clock { get; } = new(Role.System, "clock");
}

namespace Kpr.Core.Cases.Content;

/// <summary>Someone to write to.</summary>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Telephone.</param>
public sealed record Contact(string Name, string Email, string? Phone = null);

using Kpr.Core.Identity;

namespace Kpr.Local.Generation.People;

/// <summary>A number as it is to be written, with its type.</summary>
/// <param name="Type">The type stated; <see cref="IdentityType.None"/> to state none.</param>
/// <param name="Number">The number; null to leave it out.</param>
internal readonly record struct PersonIdentity(IdentityType Type, string? Number)
{
    /// <summary>A type outside every list, written in place of <see cref="Type"/>; null for none.</summary>
    public string? StrangeType { get; init; }
}

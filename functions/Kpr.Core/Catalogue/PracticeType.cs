namespace Kpr.Core.Catalogue;

/// <summary>A practice type (praksistype) of the claims system.</summary>
/// <param name="Code">Four letters.</param>
/// <param name="Name">Norwegian name.</param>
/// <param name="Area">Claim area (fagområde), or null where none is stated.</param>
/// <param name="Service">The register's name of the service, our own mapping; null where the register does not hold it.</param>
public sealed record PracticeType(string Code, string Name, string? Area, string? Service)
{
    /// <summary>When the type is in use. Default: always.</summary>
    public Period Validity { get; init; }

    /// <summary>Name of the service in the register's folders: letters and hyphens; null where the register does not hold it.</summary>
    public string? Folder { get; } = Service?.Replace(" (", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).Replace(' ', '-');
}

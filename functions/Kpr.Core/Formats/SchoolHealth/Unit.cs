namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>A unit of the municipality (Enhet): a health station or a school.</summary>
/// <param name="line">1-based line of the element.</param>
public sealed class Unit(long line)
{
    /// <summary>1-based line of the element.</summary>
    public long Line => line;

    /// <summary>Local key, at most 100 characters.</summary>
    public string? EnhetId { get; set; }

    /// <summary>Organisation number.</summary>
    public string? OrgNr { get; set; }

    /// <summary>Number in the register of units in the specialist health service.</summary>
    public string? ReshId { get; set; }

    /// <summary>Local code.</summary>
    public string? EnhetLokal { get; set; }

    /// <summary>Name.</summary>
    public string? EnhetNavn { get; set; }
}

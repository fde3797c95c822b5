namespace Kpr.Core.Catalogue;

/// <summary>Whether a service must name its provider by organisation number.</summary>
public enum OrganisationNumberDemand
{
    /// <summary>No source says.</summary>
    NotStated,

    /// <summary>Must be given.</summary>
    Mandatory,

    /// <summary>May be given.</summary>
    Optional,

    /// <summary>Must not be given.</summary>
    Forbidden,
}

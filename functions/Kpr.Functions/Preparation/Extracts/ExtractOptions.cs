using System.ComponentModel.DataAnnotations;
using Kpr.Core.Extracts.Risk;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>How extracts are made, as settings: section <c>Kpr:Extracts</c>.</summary>
public sealed class ExtractOptions
{
    /// <summary>The register's controller (dataansvarlig), by name. Default: Folkehelseinstituttet.</summary>
    public string Controller { get; set; } = "Folkehelseinstituttet";

    /// <summary>Who answers questions about a package. Default: helsedata.no.</summary>
    public string Contact { get; set; } = "helsedata.no";

    /// <summary>Persons that a combination must have not to be small. Default: 5.</summary>
    [Range(2, 100)]
    public int SmallGroup { get; set; } = 5;

    /// <summary>Share of persons who are alone in a combination, above which a release needs a reason. Default: 0.05.</summary>
    [Range(0.0, 1.0)]
    public double LargestUniqueShare { get; set; } = 0.05;

    /// <summary>Share of persons in small combinations, above which a release needs a reason. Default: 0.20.</summary>
    [Range(0.0, 1.0)]
    public double LargestSmallShare { get; set; } = 0.20;

    /// <summary>The limits that follow.</summary>
    public RiskLimits Limits() => new(SmallGroup, LargestUniqueShare, LargestSmallShare);
}

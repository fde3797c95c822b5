using Kpr.Core.Catalogue;

namespace Kpr.Functions.Reference;

/// <summary>A set of reference data and when it is in force.</summary>
/// <param name="Version">Id of the set.</param>
/// <param name="Label">The operator's name for it.</param>
/// <param name="ValidFrom">First day on which files received are judged by it.</param>
/// <param name="Missing">The catalogues that it lacks: "icpc-2", "icd-10", "tariffs".</param>
/// <param name="LoadedAt">When it was loaded (UTC); null for the set of the program.</param>
public sealed record PlannedSet(string Version, string Label, DateOnly ValidFrom, IReadOnlyList<string> Missing, DateTime? LoadedAt)
{
    /// <summary>The plan of a set.</summary>
    public static PlannedSet Of(ReferenceData set, DateTime? loadedAt) =>
        new(set.Version.Id, set.Version.Label, set.Version.ValidFrom, OptionalCatalogueNames.Of(set.Missing), loadedAt);
}

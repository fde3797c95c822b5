namespace Kpr.Core.Extracts.Orders;

/// <summary>Whose data are extracted: everybody in the datasets, those that criteria find, or those of a list; and controls.</summary>
/// <param name="Criteria">Persons with a record that fulfils one of these; null for everybody, or for a list.</param>
/// <param name="ListId">Id of the list of identity numbers that the applicant uploaded; null for none.</param>
/// <param name="Controls">Controls for each person of the population; null for none.</param>
public sealed record ExtractedPopulation(IReadOnlyList<PopulationCriterion>? Criteria = null, string? ListId = null, ControlMatching? Controls = null);

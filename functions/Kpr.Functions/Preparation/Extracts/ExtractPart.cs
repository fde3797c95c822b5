namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A step of an extract: references only, as all that goes through an orchestration.</summary>
/// <param name="Id">Id of the extract.</param>
/// <param name="Number">Which unit, bucket or table.</param>
public sealed record ExtractPart(string Id, int Number);

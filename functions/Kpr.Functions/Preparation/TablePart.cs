namespace Kpr.Functions.Preparation;

/// <summary>A step of a table: references only, as all that goes through an orchestration.</summary>
/// <param name="Id">Id of the table.</param>
/// <param name="Number">Which unit or bucket.</param>
public sealed record TablePart(string Id, int Number);

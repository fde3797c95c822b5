namespace Kpr.Functions.Extracts;

/// <summary>An extract in the list of its case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Told">The end that preparation was told of, so that it deletes; null while it was told of none.</param>
public sealed record CaseExtract(string Id, ExtractStatus? Told = null);

namespace Kpr.Functions.Linkages.Http;

/// <summary>An order of the keys of the batch that the case has issued.</summary>
/// <param name="List">Id of the uploaded list of identity numbers: the population.</param>
public sealed record KeysBody(string List);

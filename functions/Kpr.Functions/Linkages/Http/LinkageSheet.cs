namespace Kpr.Functions.Linkages.Http;

/// <summary>What the linker's tool needs to know of a linkage (<c>linkage.json</c> of <c>kpr linkage link</c>).</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Batch">Id of the batch in use.</param>
/// <param name="Sources">Ids of the sources that are waited for: those that were left out by a decision are not there.</param>
public sealed record LinkageSheet(string Case, string Batch, IReadOnlyList<string> Sources);

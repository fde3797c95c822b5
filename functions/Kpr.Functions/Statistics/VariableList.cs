using Kpr.Core.Catalogue.Variables;

namespace Kpr.Functions.Statistics;

/// <summary>A list of variables that somebody keeps (variabelliste).</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Variables">Ids of variables.</param>
public sealed record VariableList(string Title, IReadOnlyList<string> Variables)
{
    private const int LongestTitle = 200;
    private const int MostVariables = 1_000;

    /// <summary>What is wrong with the list, in Norwegian; null when nothing is.</summary>
    public string? Fault() =>
        Title is not { Length: > 0 and <= LongestTitle } ? $"Listen må ha en tittel på 1–{LongestTitle} tegn."
        : Variables is not { Count: > 0 and <= MostVariables } ? $"Listen må ha 1–{MostVariables} variabler."
        : Variables.FirstOrDefault(id => VariableCatalogue.Find(id) is not { IsOffered: true }) is { } unknown ? $"Variabelkatalogen har ikke «{unknown}»."
        : Variables.Distinct(StringComparer.Ordinal).Count() < Variables.Count ? "En variabel står to ganger."
        : null;
}

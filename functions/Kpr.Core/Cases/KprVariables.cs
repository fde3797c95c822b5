using System.Collections.Frozen;
using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Cases;

/// <summary>
/// The variables of KPR itself, as its variable catalogue (variabelkatalog) has them: ids as <c>claims.diagnoser</c>. What the register needs for itself is not offered.
/// Of other registers nothing is known here.
/// </summary>
public sealed class KprVariables : IVariableCatalogue
{
    /// <summary>Code of the register.</summary>
    public const string Register = "kpr";

    // A variable that every dataset has is there for as long as its dataset is.
    private static readonly FrozenDictionary<string, DateOnly> Begins = VariableCatalogue.All.Where(variable => variable.Period.From is not null)
        .GroupBy(variable => variable.Dataset, StringComparer.Ordinal)
        .ToFrozenDictionary(dataset => dataset.Key, dataset => dataset.Min(variable => variable.Period.From!.Value), StringComparer.Ordinal);

    private KprVariables()
    {
    }

    /// <summary>The catalogue.</summary>
    public static KprVariables Catalogue { get; } = new();

    /// <inheritdoc/>
    public VariablePeriod? Find(string register, string variable) =>
        register == Register && VariableCatalogue.Find(variable) is { IsOffered: true } found
            ? new VariablePeriod(found.Period.From ?? Begins[found.Dataset], found.Period.To)
            : null;

    /// <inheritdoc/>
    public bool Covers(string register) => register == Register;
}

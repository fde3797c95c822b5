using Kpr.Core.Formats;

namespace Kpr.Core.Catalogue.Variables;

/// <summary>A variable of the register, as applicants choose from.</summary>
/// <param name="Dataset">The dataset (datasett): the folder of the register that holds it.</param>
/// <param name="Column">Its column: name, Frictionless type, Norwegian label, number of its code list.</param>
/// <param name="English">What it holds, in English.</param>
/// <param name="Unit">Unit of its numbers; null where there is none.</param>
/// <param name="Group">Group a–h of the register's regulation, § 2-1.</param>
/// <param name="Sensitivity">How much it tells.</param>
/// <param name="Coarser">Names of its coarser forms, finest first: month, county, chapter …</param>
/// <param name="Period">When it is collected.</param>
public sealed record CatalogueVariable(
    string Dataset, RegisterColumn Column, string English, string? Unit, char Group, Sensitivity Sensitivity, IReadOnlyList<string> Coarser, Period Period)
{
    /// <summary>Its id: dataset, full stop, name.</summary>
    public string Id => $"{Dataset}.{Column.Name}";

    /// <summary>Whether applicants may have it.</summary>
    public bool IsOffered => Sensitivity != Sensitivity.Internal;
}

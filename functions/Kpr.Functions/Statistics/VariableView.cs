using Kpr.Core.Catalogue.Variables;

namespace Kpr.Functions.Statistics;

/// <summary>A variable of the catalogue as it is shown.</summary>
/// <param name="Id">Its id: dataset, full stop, name.</param>
/// <param name="Dataset">Its dataset.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Frictionless type.</param>
/// <param name="Norwegian">Label in Norwegian.</param>
/// <param name="English">Label in English.</param>
/// <param name="Unit">Unit; null for none.</param>
/// <param name="CodeList">Number of the national code list; null for none.</param>
/// <param name="Group">Group a–h of the regulation, § 2-1.</param>
/// <param name="Sensitivity">How much it tells of a person.</param>
/// <param name="Coarser">Coarser forms, finest first.</param>
/// <param name="From">First day that it is collected; null when it always was.</param>
/// <param name="To">Last day; null while it is.</param>
public sealed record VariableView(
    string Id, string Dataset, string Name, string Type, string Norwegian, string English, string? Unit, string? CodeList, char Group, Sensitivity Sensitivity,
    IReadOnlyList<string> Coarser, DateOnly? From, DateOnly? To)
{
    /// <summary>The codes with their validity; null where there are none, and in lists.</summary>
    public IReadOnlyList<Code>? Codes { get; init; }

    /// <summary>The forms that tables have it in; null where they do not have it, and in lists.</summary>
    public IReadOnlyList<string>? TableForms { get; init; }

    /// <summary>A variable as it is shown.</summary>
    public static VariableView Of(CatalogueVariable variable) => new(
        variable.Id, variable.Dataset, variable.Column.Name, variable.Column.Type, variable.Column.Norwegian, variable.English, variable.Unit, variable.Column.CodeList,
        variable.Group, variable.Sensitivity, variable.Coarser, variable.Period.From, variable.Period.To);

    /// <summary>A code of a variable.</summary>
    /// <param name="Value">The code.</param>
    /// <param name="Norwegian">Its name in Norwegian.</param>
    /// <param name="English">Its name in English.</param>
    /// <param name="From">First day; null for always.</param>
    /// <param name="To">Last day; null while in use.</param>
    public sealed record Code(string Value, string Norwegian, string English, DateOnly? From, DateOnly? To);
}

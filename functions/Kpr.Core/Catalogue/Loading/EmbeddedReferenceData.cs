namespace Kpr.Core.Catalogue.Loading;

/// <summary>The reference data that lie in this program: what is public, small and seldom changes.</summary>
public static class EmbeddedReferenceData
{
    /// <summary>Label of the set.</summary>
    public const string Label = "innebygd";

    /// <summary>First day of the set: that of the latest change it holds.</summary>
    public static readonly DateOnly ValidFrom = new(2024, 1, 1);

    /// <summary>The tables of the set.</summary>
    public static IEnumerable<ReferenceFile> Files => ReferenceTables.All.Where(form => !form.IsOptional).Select(form => File(form.File));

    internal static ReferenceFile File(string name) => new(name, ReferenceTable.EmbeddedBytes(name));

    internal static ReferenceData Make() => new(
        () => ReferenceDataVersion.Of(Label, ValidFrom, Files),
        form => new ReferenceSheet(ReferenceTable.Embedded(form.File), form, faults: null));
}

namespace Kpr.Core.Catalogue;

/// <summary>What <see cref="OptionalCatalogues"/> are called in receipts and status, and by people.</summary>
public static class OptionalCatalogueNames
{
    private static readonly (OptionalCatalogues Catalogue, string Name, string Norwegian)[] Names =
    [
        (OptionalCatalogues.Icpc2, "icpc-2", "ICPC-2"),
        (OptionalCatalogues.Icd10, "icd-10", "ICD-10"),
        (OptionalCatalogues.Tariffs, "tariffs", "takster"),
    ];

    /// <summary>The names, for machines: "icpc-2", "icd-10", "tariffs".</summary>
    public static IReadOnlyList<string> Of(OptionalCatalogues catalogues) =>
        [.. Names.Where(name => catalogues.HasFlag(name.Catalogue)).Select(name => name.Name)];

    /// <summary>A name in Norwegian; the name itself when it is none of them.</summary>
    public static string InNorwegian(string name) => Array.Find(Names, known => known.Name == name).Norwegian ?? name;
}

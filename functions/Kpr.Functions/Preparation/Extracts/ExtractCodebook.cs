using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Package.Pages;
using Kpr.Core.Extracts.Package.Scripts;
using Kpr.Core.Extracts.Planning;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Makes the codebook of an extract, and the files that are rendered from it.</summary>
internal static class ExtractCodebook
{
    private const int SumLength = 12;

    private static readonly Lazy<string> Catalogue = new(() => Sum(string.Join('\n', VariableCatalogue.All.Select(variable => $"{variable.Id} {string.Join(' ', variable.Coarser)}"))));

    private static Bilingual Linked { get; } = new("Personene i koblingens liste", "The persons of the linkage's list");

    /// <summary>The version of the variable catalogue: its names and forms decide what a column holds.</summary>
    public static string CatalogueVersion => Catalogue.Value;

    /// <summary>The codebook.</summary>
    /// <param name="state">The case.</param>
    /// <param name="kept">The plan as it is kept.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="files">The tables that were merged, in the order of the plan.</param>
    /// <param name="persons">Number of persons.</param>
    /// <param name="options">Who answers for the register.</param>
    public static Codebook Of(CaseState state, KeptPlan kept, ExtractPlan plan, IReadOnlyList<MergedFile> files, long persons, ExtractOptions options)
    {
        var isLinked = kept.Grant.KeyBatch is not null;
        var title = state.Content.Project?.Title ?? kept.Grant.Case;
        return new Codebook(
            new Bilingual(title, title), kept.Project, kept.Grant.Case, kept.Grant.Order, kept.Grant.DecisionVersion, kept.At, CatalogueVersion, kept.Reference,
            [.. kept.Units.SelectMany(unit => unit.Partitions).DistinctBy(partition => partition.Partition).OrderBy(partition => partition.Partition, StringComparer.Ordinal)
                .Select(partition => $"{partition.Partition}@{Sum(string.Join('\n', partition.Segments.Select(segment => segment.Value)))}")],
            isLinked ? Linked : Population(plan), plan.Datasets.Min(dataset => dataset.From), plan.Datasets.Max(dataset => dataset.To), persons,
            [.. plan.Tables.Zip(files, (table, file) => new CodebookTable(
                isLinked ? table.UnderSerials() : table, new PackagedFile(MergeExtractTable.FileName(table), file.Table.Bytes, file.Sha256, file.Table.Rows), file.Table.Persons, file.IdenticalRows, file.Columns))],
            options.Controller, options.Contact)
        {
            Dates = plan.Dates,
            Keys = isLinked ? KeyMethod.LinkageSerials : KeyMethod.ProjectKeys,
            EndsOn = kept.Grant.EndsOn,
            DeletionOn = kept.Grant.DeletionOn,
        };
    }

    /// <summary>The files that tell people and programs what the tables hold; each with whether the staff may see it before release.</summary>
    public static IReadOnlyList<(string Name, byte[] Content, bool ForStaff)> Files(Codebook codebook) =>
    [
        (DataPackageJson.FileName, DataPackageJson.Of(codebook), true),
        (CodebookPage.FileName(PackageLanguage.Norwegian), Encoding.UTF8.GetBytes(CodebookPage.Of(codebook, PackageLanguage.Norwegian)), true),
        (CodebookPage.FileName(PackageLanguage.English), Encoding.UTF8.GetBytes(CodebookPage.Of(codebook, PackageLanguage.English)), true),
        (ReadFirst.FileName(PackageLanguage.Norwegian), Encoding.UTF8.GetBytes(ReadFirst.Of(codebook, PackageLanguage.Norwegian)), false),
        (ReadFirst.FileName(PackageLanguage.English), Encoding.UTF8.GetBytes(ReadFirst.Of(codebook, PackageLanguage.English)), false),
        .. ReadingScript.All(codebook).Select(script => (script.FileName, Encoding.UTF8.GetBytes(script.Text), false)),
    ];

    private static Bilingual Population(ExtractPlan plan)
    {
        var found = plan.ListId is not null ? new Bilingual("Personer i en liste fra søkeren", "Persons of a list of the applicant's")
            : plan.Criteria is { } criteria ? new Bilingual(
                "Personer med " + string.Join(" eller ", criteria.Select(criterion => $"{Count(criterion)} {criterion.Source.Norwegian.ToLower(CultureInfo.InvariantCulture)} {Period(criterion)}")),
                "Persons with " + string.Join(" or ", criteria.Select(criterion => $"{Count(criterion)} {criterion.Source.English.ToLower(CultureInfo.InvariantCulture)} {Period(criterion)}")))
            : new Bilingual("Alle personer i datasettene", "All persons in the datasets");
        return plan.Controls is not { } controls ? found : new Bilingual(
            string.Create(CultureInfo.InvariantCulture, $"{found.Norwegian}, med inntil {controls.PerPerson} kontroller for hver"),
            string.Create(CultureInfo.InvariantCulture, $"{found.English}, with up to {controls.PerPerson} controls for each"));
    }

    private static string Count(PlannedCriterion criterion) => string.Create(CultureInfo.InvariantCulture, $"{criterion.AtLeast}+");

    private static string Period(PlannedCriterion criterion) => string.Create(CultureInfo.InvariantCulture, $"{criterion.From:yyyy-MM-dd}–{criterion.To:yyyy-MM-dd}");

    private static string Sum(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..SumLength];
}

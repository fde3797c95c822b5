using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Tests.Catalogue.Loading;

public sealed class ReferencePageTests
{
    [Fact]
    public void The_page_for_operators_names_every_table_and_column()
    {
        var rows = File.ReadAllLines(Path.Combine(SharedFolder.Repository, "docs", "reference-data.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1].Trim('`'), cells => cells[2], StringComparer.Ordinal);

        Assert.Equal(ReferenceTables.All.Select(form => form.File).Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        var told = "";
        foreach (var form in ReferenceTables.All)
        {
            told = rows[form.File] == "the same" ? told : rows[form.File];
            var names = told.Split([' ', ',', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            Assert.All(form.Required.Concat(form.Optional), column => Assert.Contains(column, names));
        }
    }
}

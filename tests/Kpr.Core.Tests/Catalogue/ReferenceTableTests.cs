using Kpr.Core.Catalogue;

namespace Kpr.Core.Tests.Catalogue;

public sealed class ReferenceTableTests
{
    [Fact]
    public void Quotes_crlf_blank_lines_and_a_missing_last_line_end_are_read()
    {
        var table = ReferenceTable.Parse("t.csv", "a;b;c\r\n1;\"x;\"\"y\"\"\nz\";\r\n\n;;3");

        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(["1", "x;\"y\"\nz", ""], table.Rows[0]);
        Assert.Equal(["", "", "3"], table.Rows[1]);
        Assert.Equal(1, table.Column("b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a;b\n1")]
    [InlineData("a;b\n1;2;3")]
    [InlineData("a;b\n1;\"2")]
    [InlineData("a;b\n1;\"2\"x")]
    public void Malformed_table_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => ReferenceTable.Parse("t.csv", text));

    [Fact]
    public void Unknown_table_and_column_are_refused()
    {
        Assert.Throws<InvalidDataException>(() => ReferenceTable.Embedded("nothing.csv"));
        Assert.Throws<InvalidDataException>(() => ReferenceTable.Embedded("bydeler.csv").Column("nothing"));
    }

    [Fact]
    public void Version_is_sixteen_hex_digits() => Assert.Matches("^[0-9a-f]{16}$", ReferenceData.Default.Version.Id);

    [Fact]
    public void Rows_know_the_line_they_begin_on() =>
        Assert.Equal([2, 5, 6], ReferenceTable.Parse("t.csv", "a;b\n1;\"x\ny\"\n\n2;\n3;").Lines);

    [Theory]
    [InlineData("kommuner.csv")]
    [InlineData("kommuner_special.csv")]
    [InlineData("bydeler.csv")]
    [InlineData("kodeverk.csv")]
    [InlineData("tjenestetype_rules.csv")]
    [InlineData("praksistyper.csv")]
    [InlineData("icpc2_structure.csv")]
    public void Table_has_every_fact_of_the_shared_one_when_that_is_there(string name)
    {
        if (SharedFile(name) is not { } path) return;
        var shared = ReferenceTable.Parse(name, File.ReadAllText(path));
        var carried = ReferenceTable.Embedded(name);

        // Ours may have more columns behind the shared ones.
        Assert.Equal(
            shared.Rows.Select(row => string.Join(';', row)),
            carried.Rows.Select(row => string.Join(';', row.Take(shared.Rows[0].Length))));
    }

    private static string? SharedFile(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "KprFunctions.sln"))) continue;
            for (var above = folder.Parent; above is not null; above = above.Parent)
            {
                var path = Path.Combine(above.FullName, "shared", "data", name);
                if (File.Exists(path)) return path;
            }
        }

        return null;
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Kpr.Core.Extracts.Package.Scripts;

namespace Kpr.Core.Tests.Extracts.Package;

public sealed class ReadingScriptTests
{
    private static readonly string OneLine = Sample.Nasty.Replace('\n', ' ');

    private static readonly Dictionary<string, string> Scripts = ReadingScript.All(Sample.Codebook).ToDictionary(script => script.FileName, script => script.Text);

    [Fact]
    public void Every_script_reads_every_column_of_every_table()
    {
        Assert.Equal(["read_data.R", "read_data.do", "read_data.py", "read_data.sas", "read_data.sps"], Scripts.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, script) in Scripts)
        {
            Assert.DoesNotContain('\r', script);
            foreach (var table in Sample.Codebook.Tables)
            {
                Assert.Contains(table.File.Name, script, StringComparison.Ordinal);
                Assert.All(table.Table.Columns, column => Assert.Matches($@"\b{column.Name}\b", script));
                Assert.True(table.Table.Columns.Where(column => column.Codes is not null).All(column => column.Codes!.All(code => script.Contains(code.Key, StringComparison.Ordinal))), name);
            }
        }
    }

    [ProgramFact("python3")]
    public void Python_takes_the_script_and_finds_every_label_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var script = folder.Write("read_data.py", Scripts["read_data.py"]);
        OtherProgram.Run("python3", "-m", "py_compile", script);

        // Pandas may not be there: an empty module in its place lets the script's own tables be seen.
        folder.Write("pandas.py", "");
        var print = folder.Write("print_tables.py", "import json, read_data\nprint(json.dumps([read_data.DELIMITER, read_data.TABLES]))\n");
        var read = JsonDocument.Parse(OtherProgram.Run("python3", print)).RootElement;
        Assert.Equal(";", read[0].GetString());
        foreach (var table in Sample.Codebook.Tables)
        {
            var shown = read[1].GetProperty(table.Table.Name);
            Assert.Equal(table.File.Name, shown.GetProperty("file").GetString());
            foreach (var column in table.Table.Columns)
            {
                Assert.Equal(column.Type, shown.GetProperty("types").GetProperty(column.Name).GetString());
                Assert.Equal(column.Norwegian.Replace('\n', ' '), shown.GetProperty("labels").GetProperty(column.Name).GetString());
                foreach (var (code, name) in column.Codes ?? [])
                {
                    Assert.Equal(name.Replace('\n', ' '), shown.GetProperty("codes").GetProperty(column.Name).GetProperty(code).GetString());
                }
            }
        }
    }

    [ProgramFact("python3")]
    public void Python_reads_text_as_text_and_numbers_as_numbers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("read_data.py", Scripts["read_data.py"]);
        folder.Write("pandas.py", "class Seen(Exception):\n    pass\ndef read_csv(path, **how):\n    raise Seen(how)\n");
        var print = folder.Write(
            "print_types.py", "import json, pandas, read_data\ntry:\n    read_data.read('kontakter')\nexcept pandas.Seen as seen:\n    print(json.dumps(seen.args[0]))\n");
        var how = JsonDocument.Parse(OtherProgram.Run("python3", print)).RootElement;
        Assert.Equal("string", how.GetProperty("dtype").GetProperty("person").GetString());
        Assert.Equal("string", how.GetProperty("dtype").GetProperty("kommune").GetString());
        Assert.Equal("Int64", how.GetProperty("dtype").GetProperty("honorar").GetString());
        Assert.Equal(";", how.GetProperty("sep").GetString());
        Assert.False(how.GetProperty("keep_default_na").GetBoolean());
    }

    [Fact]
    public void R_has_every_text_within_its_quotes()
    {
        var script = Scripts["read_data.R"];
        var texts = new List<string>();
        var bare = Regex.Replace(script, "\"((?:[^\"\\\\\n]|\\\\.)*)\"|^#.*$", match =>
        {
            texts.Add(match.Groups[1].Value);
            return "";
        }, RegexOptions.Multiline);
        Assert.DoesNotContain('"', bare);
        Assert.DoesNotContain('\'', bare);
        Assert.Equal(bare.Count(c => c == '('), bare.Count(c => c == ')'));
        Assert.Contains(OneLine.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), texts);
        Assert.Contains("`person` = \"character\"", script, StringComparison.Ordinal);
        Assert.Contains("`fodselsaar` = \"integer\"", script, StringComparison.Ordinal);
        Assert.Contains("as.Date(`kontakter`[[\"dato\"]], format = \"%Y-%m-%d\")", script, StringComparison.Ordinal);
    }

    [ProgramFact("Rscript")]
    public void R_parses_the_script()
    {
        using var folder = new TemporaryFolder();
        OtherProgram.Run("Rscript", "-e", $"invisible(parse('{folder.Write("read_data.R", Scripts["read_data.R"])}', encoding = 'UTF-8'))");
    }

    [Fact]
    public void Spss_has_every_text_within_its_quotes_on_lines_it_can_hold()
    {
        var script = Scripts["read_data.sps"];
        Assert.All(script.Split('\n'), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 256, line));
        Assert.All(script.Split('\n'), line => Assert.True(line.Count(c => c == '\'') % 2 == 0, line));
        Assert.Contains($"/kommune '{OneLine.Replace("'", "''", StringComparison.Ordinal)}'", script, StringComparison.Ordinal);
        Assert.Contains("    person A17\n    dato SDATE10\n", script, StringComparison.Ordinal);
        Assert.Contains("    1 'Mann'\n    2 'Kvinne'", script, StringComparison.Ordinal);
        Assert.Contains("    '0301' 'Oslo'\n    '4601' 'Bergen ''by'' \"x\"'", script, StringComparison.Ordinal);

        // An empty line would end a command.
        Assert.All(Regex.Matches(script, @"(?ms)^(GET DATA|VARIABLE LABELS|VALUE LABELS).*?^  \.$"), command => Assert.DoesNotContain("\n\n", command.Value, StringComparison.Ordinal));
        Assert.Equal(6, Regex.Count(script, @"(?m)^  \.$"));
    }

    [Fact]
    public void Stata_sees_no_macro_and_no_end_of_a_quote_within_a_text()
    {
        var script = Scripts["read_data.do"];
        foreach (Match label in Regex.Matches(script, "(?m)^label (?:variable|data|define) .*?`\"(.*)\"'(?:, add)?$"))
        {
            Assert.DoesNotContain("`", label.Groups[1].Value, StringComparison.Ordinal);
            Assert.DoesNotContain("$", label.Groups[1].Value, StringComparison.Ordinal);
            Assert.DoesNotContain("\"", label.Groups[1].Value, StringComparison.Ordinal);
        }

        Assert.Equal(12, Regex.Count(script, "(?m)^label (variable|data) "));
        Assert.Contains("stringcols(_all)", script, StringComparison.Ordinal);
        Assert.Contains("label define kjonn 2 `\"Kvinne\"', add", script, StringComparison.Ordinal);
        Assert.Contains("destring kjonn, replace", script, StringComparison.Ordinal);
        Assert.Contains("notes kommune: 0301 = Oslo", script, StringComparison.Ordinal);
        Assert.DoesNotContain("destring kommune", script, StringComparison.Ordinal);
        Assert.DoesNotContain("destring person", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Sas_has_every_text_within_its_quotes_and_names_of_formats_that_do_not_end_with_a_digit()
    {
        var script = Scripts["read_data.sas"];
        Assert.All(script.Split('\n'), line => Assert.True(line.Count(c => c == '\'') % 2 == 0, line));
        Assert.All(Regex.Matches(script, @"(?m)^  value (\S+)$"), match => Assert.Matches("^\\$?[a-z][a-z0-9]*[a-z]$", match.Groups[1].Value));
        Assert.Contains("  informat person $17.;", script, StringComparison.Ordinal);
        Assert.Contains("  informat dato yymmdd10.;", script, StringComparison.Ordinal);
        Assert.Contains("'0301' = 'Oslo'", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void Every_script_knows_what_stands_between_values(char delimiter)
    {
        var forms = delimiter switch { '\t' => new[] { "\"\\x09\"", "\"\\t\"", "'09'x" }, _ => [$"\"{delimiter}\"", $"'{delimiter}'"] };
        Assert.All(
            ReadingScript.All(Sample.Codebook with { Delimiter = delimiter }),
            script => Assert.Contains(forms, form => script.Text.Contains(form, StringComparison.Ordinal)));
    }
}

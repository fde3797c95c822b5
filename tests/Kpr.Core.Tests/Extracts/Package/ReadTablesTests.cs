using Kpr.Core.Extracts.Package.Scripts;

namespace Kpr.Core.Tests.Extracts.Package;

/// <summary>The scripts read files that were written as the codebook says: what comes out has the right types, and nothing is lost.</summary>
public sealed class ReadTablesTests
{
    private const string Persons = "person;fodselsaar;kjonn\nL2345;1950;1\nL6789;1961;\n";

    private const string Contacts = "person;dato;tid;maaned;kommune;honorar;diagnose\n"
        + "L2345;2023-02-28;2023-02-28T10:11:12;2023-02;0301;123456789012;A01\n"
        + "L6789;2023-03-01;;;\"46;01\";;\"NA\"\"x\"\n";

    [PandasFact]
    public void Pandas_reads_the_tables()
    {
        using var folder = Folder();
        var print = folder.Write("check.py", """
            import json, read_data
            p, k = read_data.read("personer"), read_data.read("kontakter")
            print(json.dumps([
                [str(t).split("[")[0] for t in p.dtypes], [str(t).split("[")[0] for t in k.dtypes], list(k["kommune"]), str(k["dato"][0]), str(k["tid"][0]), str(k["maaned"][0]),
                int(k["honorar"][0]), int(k["honorar"].isna().sum()), list(k["diagnose"]), list(read_data.with_names("kontakter", k)["kommune"]), k.attrs["label"],
                [str(name) for name in read_data.with_names("personer", p)["kjonn"]]]))
            """);
        Assert.Equal(
            """[["string", "Int64", "Int64"], ["string", "datetime64", "datetime64", "period", "string", "Int64", "string"], ["0301", "46;01"], "2023-02-28 00:00:00", "2023-02-28 10:11:12", "2023-02", 123456789012, 1, ["A01", "NA\"x"], ["Oslo", "46;01"], "En kontakt", ["Mann", "<NA>"]]""",
            OtherProgram.Run(PandasFactAttribute.Python!, print).Trim());
    }

    [ProgramFact("Rscript")]
    public void R_reads_the_tables()
    {
        using var folder = Folder();
        var check = folder.Write("check.R", $$"""
            setwd("{{folder.Path("")}}")
            source("read_data.R", encoding = "UTF-8")
            cat(sapply(personer, function(x) class(x)[1]), "|", sapply(kontakter, function(x) class(x)[1]), "|", kontakter$kommune, "|", format(kontakter$dato), "|",
              format(kontakter$tid[1]), "|", format(kontakter$maaned[1]), "|", format(kontakter$honorar[1], scientific = FALSE), "|", kontakter$diagnose, "|",
              names(attr(personer$kjonn, "labels")), "|", attr(kontakter$dato, "label"), "|", sum(is.na(kontakter$tid)), "\n")
            """);
        Assert.Equal(
            "character integer numeric | character Date POSIXct Date character numeric character | 0301 46;01 | 2023-02-28 2023-03-01 | 2023-02-28 10:11:12 | 2023-02-01 "
            + "| 123456789012 | A01 NA\"x | Mann Kvinne Ikke spesifisert | Dato for kontakten | 1",
            OtherProgram.Run("Rscript", check).Trim());
    }

    [ProgramFact("pspp")]
    public void Pspp_which_knows_the_syntax_of_spss_reads_the_tables()
    {
        using var folder = Folder();
        var syntax = folder.Write("check.sps", $"""
            CD '{folder.Path("")}'.
            INSERT FILE='read_data.sps'.
            DISPLAY DICTIONARY.
            SAVE TRANSLATE /OUTFILE='out.csv' /TYPE=CSV /REPLACE /FIELDNAMES /CELLS=VALUES /TEXTOPTIONS FORMAT=VARIABLE.

            """);
        var said = OtherProgram.Run("pspp", "-O", "format=csv", syntax);
        Assert.Equal(
            """
            person,dato,kommune,honorar,diagnose,tid,maaned
            L2345,2023/02/28,0301,123456789012,A01,28-FEB-2023 10:11:12,FEB 2023
            L6789,2023/03/01,46;01, ,"NA""x", , 

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(folder.Path("out.csv")).ReplaceLineEndings("\n"));
        Assert.Contains("dato,2,Dato for kontakten,", said, StringComparison.Ordinal);
        Assert.Contains(",4601,\"Bergen 'by' \"\"x\"\"\"", said, StringComparison.Ordinal);
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        folder.Write("personer.csv", Persons);
        folder.Write("kontakter.csv", Contacts);
        foreach (var script in ReadingScript.All(Sample.Codebook))
        {
            folder.Write(script.FileName, script.Text);
        }

        return folder;
    }
}

using Kpr.Local;
using Kpr.Local.Demo;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.CommandLine;

/// <summary>The cases of the demo, from an empty system to the data in the applicants' hands.</summary>
public sealed class DemoCasesTests
{
    [Fact]
    public async Task Applicants_receive_what_their_cases_end_with_and_the_events_are_still_those_of_the_rules_alone()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };

        var good = await new DemoCases(await SharedAzurite.NextAccountAsync(), folder.Path, new CommandOutput(output, error)).PlayAsync(CancellationToken.None);

        var told = output.ToString();
        Assert.True(good, $"{error}\n{told}");

        // The student's table has hidden cells, and the audit that tells of them is not among her files.
        Assert.Contains("S: studenten fikk tabellen", told, StringComparison.Ordinal);
        Assert.Equal(["table.csv", "table.html"], Names(folder["delivery/S"]));
        Assert.Contains(";:\r\n", await File.ReadAllTextAsync(folder["delivery/S/table.csv"]), StringComparison.Ordinal);
        Assert.Contains(" 0 kan regnes ut nærmere enn ", told, StringComparison.Ordinal);

        // The researcher's rows are as coarse as the application promised, one head and one codebook for each table.
        Assert.Contains("K: forskeren fikk et uttrekk, bestilt av register/kpr og frigitt av register/kpr/2", told, StringComparison.Ordinal);
        Assert.Equal("person_lnr,regning_lnr,tidspunkt_maaned,kjonn,fodselsaar_alder10", (await File.ReadAllLinesAsync(folder["delivery/K/regning.csv"]))[0]);
        Assert.Contains("  fodselsaar_alder10 (string): Fødselsår", told, StringComparison.Ordinal);
        Assert.Contains("Signatur og summer stemmer.", told, StringComparison.Ordinal);

        // The group's tables are of three registers and one key; nothing of the way there is in them.
        Assert.Contains("L: gruppen fikk koblede data fra 983744516, kryptert hele veien: hver kilde kjente bare sine egne løpenumre, og koblingsnøkkelen er slettet.", told, StringComparison.Ordinal);
        Assert.Contains("npr-1: 100 personer (33,3 %), 100 rader, 0 uten treff", told, StringComparison.Ordinal);
        Assert.Equal(["datapackage.json", "diagnose.csv", "figures.txt", "kreft_opphold.csv", "npr_opphold.csv", "regning.csv"], Names(folder["delivery/L/applicant"]));
        var people = (await File.ReadAllLinesAsync(folder["delivery/L/applicant/regning.csv"])).Skip(1).Select(line => line.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All((await File.ReadAllLinesAsync(folder["delivery/L/applicant/npr_opphold.csv"])).Skip(1), line => Assert.Contains(line.Split(',')[0], people));
        Assert.DoesNotContain("Ikke som ventet", told, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Names(string folder) => Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}

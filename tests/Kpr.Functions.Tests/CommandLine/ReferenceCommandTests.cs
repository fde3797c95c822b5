using System.Text.Json;
using Kpr.Core.Catalogue;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Tests.House;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class ReferenceCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(RepositoryFolder.Path, "tests", "reference-sample");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_tells_what_a_good_set_holds()
    {
        var text = await CommandLineRun.Of("reference", "verify", Sample);
        Assert.Equal(0, text.ExitCode);
        Assert.StartsWith("Settet holder: oppdiktet-1, gjelder fra 2021-01-01, versjon ", text.Out, StringComparison.Ordinal);
        Assert.Contains("ikke lastet", text.Out, StringComparison.Ordinal);

        var json = Assert.Single((await CommandLineRun.Of("reference", "verify", Sample, "--json")).Lines);
        Assert.Equal(878, json.GetProperty("tables").GetProperty("kommuner.csv").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("tables").GetProperty("senders.csv").ValueKind);
        Assert.Equal("2021-01-01", json.GetProperty("validFrom").GetString());
    }

    [Fact]
    public async Task Manifest_is_written_for_the_tables_of_a_folder_and_verify_lists_every_fault()
    {
        _folder.Write("set/senders.csv", "sender\n4601\n");
        var written = await CommandLineRun.Of("reference", "manifest", _folder["set"], "--label", "2026-1", "--valid-from", "2026-01-01");
        Assert.Equal(0, written.ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of("reference", "verify", _folder["set"])).ExitCode);

        _folder.Write("set/senders.csv", "sender\n46\n4601\n4601\n");
        Assert.Equal(1, (await CommandLineRun.Of("reference", "manifest", _folder["set"], "--label", "2026-1", "--valid-from", "2026-01-01")).ExitCode);
        var refused = await CommandLineRun.Of("reference", "verify", _folder["set"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(
            [
                "senders.csv, linje 2, sender: En avsender er et kommunenummer (fire siffer) eller et organisasjonsnummer (ni siffer).",
                "senders.csv, linje 4, sender: 4601 står også på linje 3, med gyldighet som overlapper.", "2 feil. Settet kan ikke brukes.",
            ],
            refused.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var json = Assert.Single((await CommandLineRun.Of("reference", "verify", _folder["set"], "--json")).Lines);
        Assert.Equal(2, json.GetProperty("faults").GetArrayLength());
        Assert.Equal(("senders.csv", 2, "sender"), (
            json.GetProperty("faults")[0].GetProperty("file").GetString(), json.GetProperty("faults")[0].GetProperty("line").GetInt32(),
            json.GetProperty("faults")[0].GetProperty("column").GetString()));
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("reference", "verify")]
    [InlineData("reference", "verify", "finnes-ikke")]
    [InlineData("reference", "manifest", ".", "--label", "a")]
    [InlineData("reference", "manifest", ".", "--label", "a", "--valid-from", "1.1.2026")]
    [InlineData("reference", "load", "finnes-ikke", "--target", "UseDevelopmentStorage=true")]
    [InlineData("check", "a.xml", "--reference", "finnes-ikke")]
    public async Task Wrong_use_is_told_and_ends_with_two(params string[] args)
    {
        var run = await CommandLineRun.Of(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Check_judges_by_the_set_of_a_folder()
    {
        var file = _folder.Write("krav.json", ClaimDocuments.Json(new TestClaim(1) { Takster = [("ukjent", "1", "1")] }));

        var without = await CommandLineRun.Of("check", file, file, "--json");
        Assert.Equal(0, without.ExitCode);
        Assert.Equal(ReferenceData.Default.Version.Id, without.Lines[0].GetProperty("referenceData").GetProperty("version").GetString());
        Assert.Equal(
            "Advarsel: ICPC-2, ICD-10 og takster er ikke lastet. Ikke vurdert, helt eller delvis: K13, K14, K15, K16, K17. Last dem med --reference DIR.",
            Assert.Single(without.Error.Split('\n'), line => line.StartsWith("Advarsel", StringComparison.Ordinal)));

        var with = await CommandLineRun.Of("check", file, "--json", "--reference", Sample);
        var receipt = Assert.Single(with.Lines);
        Assert.Equal(1, receipt.GetProperty("rules").GetProperty("K14").GetInt32());
        Assert.Equal(("oppdiktet-1", "2021-01-01", 0), (
            receipt.GetProperty("referenceData").GetProperty("label").GetString(), receipt.GetProperty("referenceData").GetProperty("validFrom").GetString(),
            receipt.GetProperty("referenceData").GetProperty("missing").GetArrayLength()));
        Assert.DoesNotContain("Advarsel", with.Error, StringComparison.Ordinal);
        Assert.Contains("Referansedata: oppdiktet-1", (await CommandLineRun.Of("check", file, "--reference", Sample)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_does_not_judge_by_a_set_that_does_not_hold()
    {
        var file = _folder.Write("krav.json", ClaimDocuments.Json(new TestClaim(1)));
        _folder.Write("set/manifest.json", "{}");

        var run = await CommandLineRun.Of("check", file, "--reference", _folder["set"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("manifest.json", run.Error, StringComparison.Ordinal);
    }
}

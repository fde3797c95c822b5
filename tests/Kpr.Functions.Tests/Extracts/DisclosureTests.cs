using System.Text;
using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>The disclosure ledger as the register's staff reads it.</summary>
public sealed class DisclosureTests
{
    [Fact]
    public async Task The_ledger_is_read_page_by_page_as_json_and_as_a_table_that_no_spreadsheet_takes_for_a_formula()
    {
        await using var http = await CaseHttp.StartAsync();
        var now = http.Test.Clock.GetUtcNow();
        for (var i = 1; i <= 3; i++)
        {
            var what = new Disclosure("2026-0001", "kpr-1", 1, "=6(1)(e); <script>", ["claims"], new DateOnly(2020, 1, 1), new DateOnly(2023, 12, 31), 40 + i, 100, new DateOnly(2036, 1, 1));
            await http.Test.Get<AuditLog>().AppendAsync(
                new AuditEvent(now, "register:kpr-3", Disclosure.Action, $"{i:x32}", "999999999", JsonSerializer.Serialize(what, TableJson.Options)) { Chain = Disclosure.ChainOf(now.Year) }, default);
        }

        var first = await http.GetAsync(Actors.Kpr, "/disclosures?take=2");
        var rest = await http.GetAsync(Actors.Auditor, ((string)first.Json["next"]!)[4..]);
        Assert.Equal([41, 42, 43], first.Json["disclosures"]!.AsArray().Concat(rest.Json["disclosures"]!.AsArray()).Select(row => (int)row!["what"]!["persons"]!));
        Assert.Null(rest.Json["next"]);
        Assert.DoesNotContain("<script>", first.Text, StringComparison.Ordinal);
        var csv = await http.GetAsync(Actors.Kpr, "/disclosures?format=csv");
        Assert.Equal(4, csv.Text.TrimEnd().Split("\r\n").Length);
        Assert.Contains("\"'=6(1)(e); <script>\"", csv.Text, StringComparison.Ordinal);
        Assert.StartsWith("attachment", csv.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Empty((await http.GetAsync(Actors.Kpr, "/disclosures?year=2019")).Json["disclosures"]!.AsArray());

        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Handler, Actors.Finance])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await http.GetAsync(actor, "/disclosures")));
        }

        foreach (var query in (string[])["year=x", "year=99999", "take=0", "take=1001", "after=-1", "format=xml"])
        {
            Assert.Equal((400, 1024), CaseHttp.Told(await http.GetAsync(Actors.Kpr, $"/disclosures?{query}")));
        }

        var reads = Encoding.UTF8.GetString(await http.Test.ReadAsync(Containers.Audit, Assert.Single(await http.Test.ListAsync(Containers.Audit, "extracts/"))));
        Assert.Equal(4, reads.Split("disclosures-read").Length - 1);
        await foreach (var (_, _, broken) in http.Test.Get<AuditLog>().VerifyAsync(default))
        {
            Assert.Null(broken);
        }
    }
}

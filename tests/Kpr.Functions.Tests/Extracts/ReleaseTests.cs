using System.Security.Cryptography.X509Certificates;
using System.Text;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>An extract on its way out: taken by the case, checked by one, released by another, and told to whoever encrypts it.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task An_extract_is_taken_checked_released_by_another_and_told_once()
    {
        await using var world = await OrderedCase.StartAsync();
        var id = await world.PreparedAsync(aboveLimits: true);
        var output = (await world.CaseAsync()).Orders[0].Output!;
        Assert.Equal((id, 100, 1, OrderedCase.First.Subject), (output.Reference, output.Rows, output.DecisionVersion, output.MadeBy));
        Assert.NotNull(output.ReservationsAsOf);

        // Nobody has checked it; nobody releases beside the extract; nobody says that another is made.
        await TellsAsync(world, OrderedCase.Third, id, 409, 1069);
        await PutAsync(world);
        await TellsAsync(world, OrderedCase.Third, id, 422, 1068);
        await TellsAsync(world, OrderedCase.Third, id, 409, Kpr.Core.Cases.Refusals.OutputNotChecked.Number, new { reason = "Godkjent." });
        Assert.Equal((409, 1078), CaseHttp.Told(await world.DoAsync(OrderedCase.Third, new ReleaseOrder("kpr-1", "rom"))));
        Assert.Equal((409, 1078), CaseHttp.Told(await world.DoAsync(
            OrderedCase.Third, new FinishExtraction("kpr-1", new string('a', 32), 1, 1, new DateOnly(2026, 1, 1)))));
        Assert.Equal(200, (await world.DoAsync(OrderedCase.Second, new CheckOutput("kpr-1", true, "Kontrollert."))).Status);

        await TellsAsync(world, OrderedCase.First, id, 403, 103, new { reason = "Godkjent." });
        await TellsAsync(world, OrderedCase.Second, id, 403, 103, new { reason = "Godkjent." });
        await TellsAsync(world, OrderedCase.Third, id, 422, 1077, new { reason = "Godkjent.", room = "finnes-ikke" });
        await TellsAsync(world, OrderedCase.Third, id, 422, 1077, new { reason = "Godkjent.", room = "a:b" });
        await TellsAsync(world, OrderedCase.Third, id, 422, 1068, new { reason = new string('x', 2_001) });
        await TellsAsync(world, OrderedCase.Third, id, 422, 1070, new { reason = "Godkjent.", certificate = new string('0', 64) });
        await TellsAsync(world, OrderedCase.Third, id, 400, 1024, new { begrunnelse = "x" });
        await TellsAsync(world, Actors.Applicant, id, 403, 1025);
        await TellsAsync(world, Actors.Npr, id, 403, 1025);
        Assert.Equal((428, 1010), CaseHttp.Told(await world.Http.SendAsync(HttpMethod.Post, $"/extracts/{id}/release", OrderedCase.Third)));
        Assert.Null(await world.Extracts.FindReleaseAsync(id, default));

        const string Script = "<script>alert('x')</script>";
        var released = await world.ReleaseAsync(OrderedCase.Third, id, new { reason = Script, certificate = (string)(await world.Http.GetAsync(OrderedCase.Third, $"/cases/{OrderedCase.CaseId}/certificate")).Json["sha256"]! });
        Assert.Equal((202, $"/api/extracts/{id}"), (released.Status, released.Location));
        Assert.DoesNotContain("<script>", released.Text, StringComparison.Ordinal);
        Assert.Equal(Script, (string)released.Json["release"]!["reason"]!);
        Assert.DoesNotContain("BEGIN CERTIFICATE", released.Text, StringComparison.Ordinal);
        var release = (await world.Extracts.FindReleaseAsync(id, default))!;
        Assert.Equal(($"register:{OrderedCase.Third.Subject}", Actors.ControllerNumber, Script), (release.By, release.Recipient, release.Reason));
        Assert.Contains("BEGIN CERTIFICATE", release.Certificate, StringComparison.Ordinal);
        Assert.Equal((OrderState.Released, OrderedCase.Third.Subject), ((await world.CaseAsync()).Orders[0].State, (await world.CaseAsync()).Orders[0].ReleasedBy));

        // Again, with the same key and with another; and by somebody else.
        Assert.Equal(202, (await world.ReleaseAsync(OrderedCase.Third, id, new { reason = Script })).Status);
        Assert.Equal(202, (await world.ReleaseAsync(OrderedCase.Third, id, new { reason = Script }, "another")).Status);
        await TellsAsync(world, new Actor(Role.Register, "kpr-4", Register: "kpr"), id, 409, 1067);
        Assert.Equal(release, await world.Extracts.FindReleaseAsync(id, default));
        Assert.Equal(1, (await world.ToldAsync()).Count(message => message == $"{id}-Released"));
    }

    [Fact]
    public async Task Whoever_dies_between_the_case_and_the_delivery_leaves_nothing_undone_and_nobody_gets_what_nobody_said()
    {
        await using var world = await OrderedCase.StartAsync();
        var id = await world.CheckedAsync();
        var meant = new ExtractRelease($"register:{OrderedCase.Third.Subject}", world.Test.Clock.GetUtcNow().UtcDateTime, "999999999", "PEM", world.Test.Clock.GetUtcNow().UtcDateTime.AddDays(30));
        var other = meant with { By = "register:kpr-4", Certificate = "another" };
        await world.Test.Get<CaseExtracts>().IntendAsync(OrderedCase.CaseId, id, "kpr-4", other, default);
        await world.LookAsync();
        Assert.Null(await world.Extracts.FindReleaseAsync(id, default));

        // The third's command won; the fourth had only meant to.
        await world.Test.Get<CaseExtracts>().IntendAsync(OrderedCase.CaseId, id, OrderedCase.Third.Subject, meant, default);
        Assert.Null((await world.Test.Get<ExecuteCommand>().RunAsync(OrderedCase.CaseId, new ReleaseOrder("kpr-1", $"uttrekk/{id}"), OrderedCase.Third, null, null, default)).Refusal);
        await world.LookAsync();
        await world.LookAsync();
        Assert.Equal(meant, await world.Extracts.FindReleaseAsync(id, default));
        Assert.Equal(1, (await world.ToldAsync()).Count(message => message == $"{id}-Released"));
    }

    [Fact]
    public async Task What_was_released_without_a_word_of_how_is_told_to_the_operator_and_not_delivered()
    {
        await using var world = await OrderedCase.StartAsync();
        var id = await world.CheckedAsync();
        Assert.Null((await world.Test.Get<ExecuteCommand>().RunAsync(OrderedCase.CaseId, new ReleaseOrder("kpr-1", "rom"), OrderedCase.Third, null, null, default)).Refusal);
        await world.LookAsync();
        Assert.Null(await world.Extracts.FindReleaseAsync(id, default));
        Assert.Contains(world.Test.Logs.All, line => line.Text.Contains("nobody said how", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extract_that_fails_its_check_or_that_nobody_asks_for_any_more_is_discarded_and_preparation_is_told()
    {
        await using var world = await OrderedCase.StartAsync();
        var failed = await world.PreparedAsync();
        Assert.Equal(200, (await world.DoAsync(OrderedCase.Second, new CheckOutput("kpr-1", false, "Feil periode."))).Status);
        await world.LookAsync();
        await world.LookAsync();
        Assert.Equal(ExtractStatus.Discarded, (await world.StateAsync(failed)).Status);
        Assert.Equal(OrderState.Extracting, (await world.CaseAsync()).Orders[0].State);

        // Two were made for the order: the case takes one.
        var taken = await world.PreparedAsync();
        var late = await world.PreparedAsync();
        Assert.Equal(taken, (await world.CaseAsync()).Orders[0].Output!.Reference);
        Assert.Equal(ExtractStatus.Discarded, (await world.StateAsync(late)).Status);

        Assert.Equal(200, (await world.DoAsync(Actors.Handler, new CancelOrder("kpr-1", "Ikke lenger aktuelt."))).Status);
        await world.LookAsync();
        Assert.Equal(ExtractStatus.Discarded, (await world.StateAsync(taken)).Status);
        var told = await world.ToldAsync();
        Assert.All([failed, late, taken], id => Assert.Single(told, message => message == $"{id}-Discarded"));
        Assert.Equal((404, 1064), CaseHttp.Told(await world.Http.GetAsync(OrderedCase.First, $"/extracts/{taken}/files/risk.json")));
    }

    [Fact]
    public async Task An_order_whose_message_was_lost_is_told_again()
    {
        await using var world = await OrderedCase.StartAsync();
        var id = await world.OrderedAsync();
        await world.LookAsync();
        Assert.Contains($"{id}-Ordered", await world.ToldAsync());
    }

    [Fact]
    public async Task The_staff_sees_figures_and_risk_with_a_line_in_the_audit_log_and_nobody_else_does()
    {
        await using var world = await OrderedCase.StartAsync();
        var id = await world.PreparedAsync();
        var seen = await world.Http.GetAsync(OrderedCase.Second, $"/extracts/{id}");
        Assert.Equal((200, "prepared", 7), (seen.Status, (string)seen.Json["state"]!["status"]!, (int)seen.Json["risk"]![0]!["k"]!));
        var file = await world.Http.GetAsync(Actors.Auditor, $"/extracts/{id}/files/datapackage.json");
        Assert.Equal((200, "nosniff"), (file.Status, file.Headers["X-Content-Type-Options"]));
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        await world.Extracts.WriteFileAsync(id, "diff.txt", Encoding.UTF8.GetBytes("Personer: 2 nye, 1 borte, 3 i begge\n"), default);
        var differs = await world.Http.GetAsync(OrderedCase.Second, $"/extracts/{id}/files/diff.txt");
        Assert.Equal((200, "text/plain; charset=utf-8", "Personer: 2 nye, 1 borte, 3 i begge\n"), (differs.Status, differs.Headers["Content-Type"], differs.Text));
        Assert.Equal(id, (string)(await world.Http.GetAsync(OrderedCase.Second, $"/extracts?case={OrderedCase.CaseId}")).Json[0]!["id"]!);

        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Handler, Actors.Linker])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.Http.GetAsync(actor, $"/extracts/{id}")));
            Assert.Equal((403, 1025), CaseHttp.Told(await world.Http.GetAsync(actor, $"/extracts/{id}/files/risk.json")));
        }

        Assert.Equal(401, (await world.Http.GetAsync(null, $"/extracts/{id}")).Status);
        foreach (var poison in (string[])["0123", $"{id.ToUpperInvariant()}x", "..%2F..%2Fcases", $"{id}%20", new string('f', 32)])
        {
            Assert.Equal((404, 1064), CaseHttp.Told(await world.Http.GetAsync(OrderedCase.Second, $"/extracts/{poison}")));
        }

        foreach (var poison in (string[])["..%2Forder.json", "finnes.json", ".risk.json", $"{new string('a', 90)}"])
        {
            Assert.Equal((404, 1064), CaseHttp.Told(await world.Http.GetAsync(OrderedCase.Second, $"/extracts/{id}/files/{poison}")));
        }

        Assert.Equal((404, 1020), CaseHttp.Told(await world.Http.GetAsync(OrderedCase.Second, "/extracts?case=finnes-ikke")));
        var log = Encoding.UTF8.GetString(await world.Test.ReadAsync(Containers.Audit, (await world.Test.ListAsync(Containers.Audit, "extracts/")).Single(name => name.EndsWith($"/{id}.jsonl", StringComparison.Ordinal))));
        Assert.Contains("extract-read", log, StringComparison.Ordinal);
        Assert.Contains("extract-file-read", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_encrypted_to_is_refused_by_number_and_one_that_ran_out_holds_the_release()
    {
        await using var world = await OrderedCase.StartAsync();
        var now = world.Test.Clock.GetUtcNow();
        var id = await world.CheckedAsync();
        using var weak = OrderedCase.Certificate(now, bits: 1024);
        using var over = OrderedCase.Certificate(now, from: -10, until: -1);
        using var early = OrderedCase.Certificate(now, from: 2);
        using var soon = OrderedCase.Certificate(now, until: 3);
        await RefusedAsync("M01", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        await RefusedAsync("M01", []);
        await RefusedAsync("M02", Encoding.ASCII.GetBytes(weak.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()));
        await RefusedAsync("M04", early.RawData);
        await RefusedAsync("M05", over.RawData);
        await RefusedAsync("M07", weak.RawData);
        Assert.Equal((413, 1021), CaseHttp.Told(await world.PutCertificateAsync(new byte[70_000])));
        Assert.Equal((404, 1020), CaseHttp.Told(await world.PutCertificateAsync(soon.RawData, Actors.Stranger)));
        Assert.Equal((404, 1020), CaseHttp.Told(await world.PutCertificateAsync(soon.RawData, Actors.Editor)));
        Assert.Equal((403, 1025), CaseHttp.Told(await world.PutCertificateAsync(soon.RawData, OrderedCase.First)));

        var put = await world.PutCertificateAsync(Encoding.ASCII.GetBytes(soon.ExportCertificatePem()));
        Assert.Equal(200, put.Status);
        Assert.Contains("går ut", (string)put.Json["warning"]!, StringComparison.Ordinal);
        Assert.Equal((string)put.Json["sha256"]!, (string)(await world.Http.GetAsync(OrderedCase.First, $"/cases/{OrderedCase.CaseId}/certificate")).Json["sha256"]!);
        Assert.Equal((404, 1020), CaseHttp.Told(await world.Http.GetAsync(Actors.Stranger, $"/cases/{OrderedCase.CaseId}/certificate")));

        world.Test.Clock.Advance(TimeSpan.FromDays(5));
        var held = await world.ReleaseAsync(OrderedCase.Third, id);
        Assert.Equal((422, 1070), CaseHttp.Told(held));
        Assert.StartsWith("M05", (string)held.Json["about"]![0]!, StringComparison.Ordinal);
        Assert.Equal(OrderState.QualityCheck, (await world.CaseAsync()).Orders[0].State);

        async Task RefusedAsync(string number, byte[] upload)
        {
            var refused = await world.PutCertificateAsync(upload);
            Assert.Equal((422, 1070), CaseHttp.Told(refused));
            Assert.StartsWith(number, (string)refused.Json["about"]![0]!, StringComparison.Ordinal);
        }
    }

    private static async Task TellsAsync(OrderedCase world, Actor by, string id, int status, int number, object? body = null) =>
        Assert.Equal((status, number), CaseHttp.Told(await world.ReleaseAsync(by, id, body, Guid.NewGuid().ToString())));

    private static async Task PutAsync(OrderedCase world)
    {
        using var certificate = OrderedCase.Certificate(world.Test.Clock.GetUtcNow());
        Assert.Equal(200, (await world.PutCertificateAsync(certificate.RawData)).Status);
    }
}

using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Linkages;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>What the parties of a linkage hand to each other reaches whom it is for, sealed to them, and nobody else.</summary>
public sealed class HandedFilesTests
{
    [Fact]
    public async Task A_source_gets_its_own_key_file_and_sends_what_only_the_linker_can_open_and_only_when_it_lets_go()
    {
        await using var world = await LinkedCase.IssuedAsync(("Kpr:Deliveries:Downloads", "2"));
        Assert.Equal([2, (byte)'p'], await world.BytesAsync(Actors.Npr, "keys/npr-1"));
        Assert.Equal((404, 1085), CaseHttp.Told(await world.GetAsync(Actors.Npr, "keys/kreft-1")));
        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Linker, Actors.Handler, Actors.Kpr, Actors.Auditor])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.GetAsync(actor, "keys/npr-1")));
        }

        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Handler, Actors.Kpr])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.GetAsync(actor, "maps/npr-1")));
        }

        Assert.Equal([1, (byte)'p'], await world.BytesAsync(Actors.Linker, "maps/kpr-1"));
        Assert.Equal(404, (await world.GetAsync(Actors.Linker with { Organisation = Actors.ControllerNumber }, "maps/kpr-1")).Status);
        Assert.Equal(200, (await world.GetAsync(Actors.Npr, "keys/npr-1")).Status);
        Assert.Equal((403, 1075), CaseHttp.Told(await world.GetAsync(Actors.Npr, "keys/npr-1")));

        // Nothing is stored that is not sealed to the linker.
        var content = "lopenummer,verdi\n"u8.ToArray();
        Assert.Equal((422, 1081), CaseHttp.Told(await world.PutAsync(Actors.Npr, "from/npr-1/tabell.csv.p7m", content)));
        Assert.Equal((422, 1081), CaseHttp.Told(await world.PutAsync(Actors.Npr, "from/npr-1/tabell.csv.p7m", content, Actors.Npr)));
        Assert.Equal((404, 1085), CaseHttp.Told(await world.PutAsync(Actors.Npr, "from/kreft-1/tabell.csv.p7m", content, Actors.Linker)));
        Assert.Equal(400, (await world.PutAsync(Actors.Npr, "from/npr-1/..%2Fx", content, Actors.Linker)).Status);
        Assert.DoesNotContain(await world.HandedAsync(), name => name.StartsWith("from/", StringComparison.Ordinal));

        Assert.Equal(200, (await world.PutAsync(Actors.Npr, "from/npr-1/tabell.csv.p7m", content, Actors.Linker)).Status);
        Assert.Equal((404, 1085), CaseHttp.Told(await world.GetAsync(Actors.Linker, "from/npr-1/tabell.csv.p7m")));
        Assert.Null((await world.GetAsync(Actors.Linker)).Json["sources"]![1]!["files"]);
        Assert.Equal("tabell.csv.p7m", (string)(await world.GetAsync(Actors.Npr)).Json["sources"]![1]!["files"]![0]!["name"]!);
        Assert.Null((await world.GetAsync(Actors.Kreft)).Json["sources"]![1]!["files"]);

        await world.SendToLinkerAsync("npr");
        Assert.Equal(content, Open(world, await world.BytesAsync(Actors.Linker, "from/npr-1/tabell.csv.p7m")));
        Assert.Equal((409, 1082), CaseHttp.Told(await world.PutAsync(Actors.Npr, "from/npr-1/tabell.csv.p7m", content, Actors.Linker)));
        Assert.Equal((409, 1082), CaseHttp.Told(await world.PutAsync(Actors.Linker, "result/tabell.csv.p7m", content, Actors.Applicant)));
        var sheet = (await world.GetAsync(Actors.Linker, "sheet")).Json;
        Assert.Equal((LinkedCase.CaseId, LinkedCase.Batch, 3), ((string)sheet["case"]!, (string)sheet["batch"]!, sheet["sources"]!.AsArray().Count));
    }

    [Fact]
    public async Task Linked_data_are_fetched_by_the_applicant_when_they_are_released_until_a_source_recalls_and_the_key_s_end_deletes_what_served()
    {
        await using var world = await LinkedCase.IssuedAsync();
        Assert.Equal(200, (await world.PutAsync(Actors.Npr, "from/npr-1/tabell.csv.p7m", [1], Actors.Linker)).Status);
        Assert.Equal((409, 1082), CaseHttp.Told(await world.ReleaseAsync()));
        await world.LinkedAsync();
        Assert.Equal((404, 1085), CaseHttp.Told(await world.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")));
        Assert.Equal((422, 1081), CaseHttp.Told(await world.PutAsync(Actors.Linker, "result/tabell.csv.p7m", [1], Actors.Linker)));
        foreach (var actor in (Actor[])[Actors.Applicant, Actors.Npr, Actors.Handler])
        {
            Assert.Equal((403, 1025), CaseHttp.Told(await world.ReleaseAsync(actor)));
        }

        var released = await world.ReleaseAsync();
        Assert.Equal((200, "delivered", "tabell.csv.p7m"), (released.Status, (string)released.Json["state"]!, (string)released.Json["linked"]!["files"]![0]!["name"]!));
        Assert.Equal(200, (await world.ReleaseAsync()).Status);
        Assert.Equal("person,verdi"u8.ToArray(), Open(world, await world.BytesAsync(Actors.Applicant, "result/tabell.csv.p7m"), Actors.Applicant));
        Assert.Equal(404, (await world.GetAsync(Actors.Stranger, "result/tabell.csv.p7m")).Status);
        Assert.DoesNotContain(await world.HandedAsync(), name => name.StartsWith("from/", StringComparison.Ordinal));
        Assert.Equal((409, 1082), CaseHttp.Told(await world.PutAsync(Actors.Linker, "result/annen.csv.p7m", [1], Actors.Applicant)));

        await world.DoAsync(Actors.Linker, new SettleKey());
        await world.LookAsync();
        Assert.Equal((LinkageStatus.Ended, 200), ((await world.KeysAsync()).Status, (await world.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")).Status));
        Assert.Equal(["Ordered", "Ended"], await world.ToldAsync());

        await world.DoAsync(Actors.Npr, new RecallOrder("npr-1", "Feil utvalg."));
        Assert.Equal((409, 1076), CaseHttp.Told(await world.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")));
        await world.LookAsync();
        Assert.DoesNotContain(await world.HandedAsync(), name => name.StartsWith("result/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Linked_data_expire_and_a_release_that_the_case_does_not_take_gives_nothing()
    {
        await using var world = await LinkedCase.IssuedAsync(("Kpr:Deliveries:Days", "10"));
        await world.LinkedAsync();
        await world.DoAsync(Actors.Handler, new ReportLinkerFailure("Feil i koblingen."));
        Assert.Equal((409, 1082), CaseHttp.Told(await world.ReleaseAsync()));

        await using var other = await LinkedCase.IssuedAsync(("Kpr:Deliveries:Days", "10"));
        await other.LinkedAsync();
        Assert.Equal(200, (await other.ReleaseAsync()).Status);
        other.Test.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal((410, 1074), CaseHttp.Told(await other.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")));
        await other.LookAsync();
        Assert.DoesNotContain(await other.HandedAsync(), name => name.StartsWith("result/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_that_died_before_the_ledger_is_entered_by_the_case_s_next_look()
    {
        await using var world = await LinkedCase.IssuedAsync();
        await world.LinkedAsync();
        var now = world.Test.Clock.GetUtcNow().UtcDateTime;
        await world.Linkages.WriteReleaseAsync(LinkedCase.CaseId, LinkedCase.Id, new LinkageRelease("linker:linker-1", now, Actors.ControllerNumber, now.AddDays(3), [new("tabell.csv.p7m", 5)]), default);
        await world.LookAsync();
        Assert.Null((await world.Linkages.FindReleaseAsync(LinkedCase.CaseId, LinkedCase.Id, default))!.EnteredAt);
        Assert.Equal(404, (await world.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")).Status);

        await world.DoAsync(Actors.Linker, new DeliverLinkage($"kobling/{LinkedCase.Id}"));
        await world.LookAsync();
        Assert.NotNull((await world.Linkages.FindReleaseAsync(LinkedCase.CaseId, LinkedCase.Id, default))!.EnteredAt);
        Assert.Equal(200, (await world.GetAsync(Actors.Applicant, "result/tabell.csv.p7m")).Status);
    }

    private static byte[] Open(LinkedCase world, byte[] envelope, Actor? by = null)
    {
        var cms = new System.Security.Cryptography.Pkcs.EnvelopedCms();
        cms.Decode(envelope);
        cms.Decrypt([world.CertificateOf(by ?? Actors.Linker)]);
        return cms.ContentInfo.Content;
    }
}

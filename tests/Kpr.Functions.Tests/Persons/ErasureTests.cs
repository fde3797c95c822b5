using Kpr.Core.Persons;
using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Persons;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Deletion of a person over all feeds.</summary>
public sealed class ErasureTests
{
    [Fact]
    public async Task Deletion_reaches_every_feed_and_every_place_and_nobody_else()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        var others = (await PersonWorld.PlacesOfAsync(test, PersonWorld.Other)).Count;
        Assert.Equal((4, 4), await PersonWorld.CountAsync(test));
        Assert.True((await PersonWorld.PlacesOfAsync(test, PersonWorld.Her)).Count >= 12, string.Join('\n', await PersonWorld.PlacesOfAsync(test, PersonWorld.Her)));

        var decision = await PersonWorld.EraseAsync(test);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Empty(await PersonWorld.PlacesOfAsync(test, PersonWorld.Her));
        Assert.Equal((0, 4), await PersonWorld.CountAsync(test));
        Assert.Equal(PersonDecisionState.Done, (await PersonWorld.FindAsync(test, decision)).State);

        // Copies of whole files that named her are gone as a whole; all else of others is there: rows, identity, rejected records.
        var left = await PersonWorld.PlacesOfAsync(test, PersonWorld.Other);
        Assert.True(left.Count < others);
        Assert.Contains(left, place => place.StartsWith("quarantine/care-events/4601/", StringComparison.Ordinal));
        Assert.Equal(4, left.Count(place => place.StartsWith("identity/", StringComparison.Ordinal)));
        Assert.Equal(["person-deleted", "decision-carried-out"], (await PersonWorld.AuditAsync(test, "persons")).Select(line => line.Action));
        Assert.All(await PersonWorld.AuditAsync(test, "persons"), line => Assert.Equal((decision.Id, "case 2026/17"), (line.Object, line.Outcome)));
        Assert.NotEmpty(await PersonWorld.AuditAsync(test, "reads"));
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task What_comes_after_a_deletion_is_answered_as_ever_and_not_stored()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.EraseAsync(test);
        await PersonWorld.TakeAsync(test);

        Assert.Empty(await PersonWorld.PlacesOfAsync(test, PersonWorld.Her));
        Assert.Equal((0, 4), await PersonWorld.CountAsync(test));
        Assert.Equal(new ReceiptCounts(2, 2, 0, 0, 0), (await test.ReceiptAsync("care-events/0301/a.xml")).Counts);
        Assert.Equal(2, (await test.ReceiptAsync("care-events/4601/b.xml")).Counts.Rejected);
        await test.AssertTidyAsync();
    }

    [Fact]
    public async Task A_deletion_that_is_lifted_lets_the_records_in_again_and_the_memory_knows_none_of_them()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);
        var decision = await PersonWorld.EraseAsync(test);
        await test.Get<ApplyDecisions>().RunAsync(default);
        Assert.NotNull(await test.Get<DecideAboutPersons>().LiftAsync(decision.Id, "test", default));
        Assert.Null(await test.Get<DecideAboutPersons>().LiftAsync(decision.Id, "test", default));

        await PersonWorld.TakeAsync(test, [
            ("care-events/0301/again.xml", System.Text.Encoding.UTF8.GetBytes(new CareEventDocument { Declaration = "" }.Add().Add(PersonWorld.OfOther).ToString())),
            ($"claims/{ClaimDocuments.Sender}/again.json", System.Text.Encoding.UTF8.GetBytes(ClaimDocuments.Json(new TestClaim(2) { Fid = PersonWorld.Other }, new TestClaim(1)))),
        ]);

        Assert.Equal(1, (await test.ReceiptAsync("care-events/0301/again.xml")).Counts.Duplicates);
        Assert.Equal(1, (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/again.json")).Counts.Duplicates);
        Assert.Equal((2, 4), await PersonWorld.CountAsync(test));
        Assert.Equal(["person-deleted", "decision-carried-out", "lifted"], (await PersonWorld.AuditAsync(test, "persons")).Select(line => line.Action));
    }

    [Fact]
    public async Task A_number_without_person_key_is_reported_back_and_found_by_the_number_alone()
    {
        const string Passport = "PX4471209";
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test, [($"claims/{ClaimDocuments.Sender}/p.json", System.Text.Encoding.UTF8.GetBytes(
            ClaimDocuments.Json(new TestClaim(1) { Fid = Passport, FidType = "PNR" }, new TestClaim(2) { Fid = PersonWorld.Other })))]);
        Assert.Contains("I07", (await test.ReceiptAsync($"claims/{ClaimDocuments.Sender}/p.json")).Rules.Keys);
        Assert.Equal(["", PersonWorld.KeyOf(PersonWorld.Other)], (await PersonWorld.RowsAsync(test)).Select(row => row.PersonKey));

        await PersonWorld.EraseAsync(test, Passport.ToLowerInvariant());
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Equal([PersonWorld.KeyOf(PersonWorld.Other)], (await PersonWorld.RowsAsync(test)).Select(row => row.PersonKey));
        Assert.DoesNotContain(Passport, System.Text.Encoding.UTF8.GetString(await OpenIdentityAsync(test)), StringComparison.Ordinal);
        Assert.Empty(await test.ListAsync(Containers.Archive));
    }

    // Wherever the file is when the person is deleted, and however often it is driven on afterwards.
    [Theory]
    [InlineData("uploaded")]
    [InlineData("received")]
    [InlineData("judged")]
    [InlineData("storing")]
    [InlineData("stored")]
    public async Task A_person_deleted_while_a_file_with_that_person_is_under_way_stays_deleted(string where)
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var file = await test.UploadAsync("care-events/0301/a.xml", PersonWorld.Files[0].Content);
        var apply = test.Get<ApplyDecisions>();
        PersonDecision? decision = null;
        async Task EraseAsync(string now)
        {
            if (now == where)
            {
                decision = await PersonWorld.EraseAsync(test);
                Assert.Equal(now == "uploaded" ? 0 : 1, await apply.RunAsync(default));
                Assert.Equal(now == "uploaded" ? [] : [file.Key], (await PersonWorld.FindAsync(test, decision)).WaitsFor);
            }
        }

        await EraseAsync("uploaded");
        await test.Get<ReceiveFile>().RunAsync(file, default);
        await EraseAsync("received");
        var reading = await test.Get<WorkArea>().ReadAsync(WorkArea.Reading(file.Key), IngestJson.Default.FileReading, default);
        foreach (var chunk in reading.Chunks)
        {
            await test.Get<ValidateChunk>().RunAsync(new ChunkMessage(file.Key, chunk), default);
        }

        await EraseAsync("judged");

        // Broken off before the receipt: all is stored, and the file is not done.
        var (broken, storing) = (false, false);
        var io = IoSwitch.Of(test.Scopes[0]);
        io.OnCall = (call, phase) =>
        {
            if (!storing && phase == IoPhase.Before && call.Operation == "PUT" && call.Target.StartsWith("register/care-events/2026/0301/manifest", StringComparison.Ordinal))
            {
                storing = true;
                EraseAsync("storing").GetAwaiter().GetResult();
            }

            if (call.Operation == "PUT" && call.Target.StartsWith("receipts/", StringComparison.Ordinal) && !broken)
            {
                broken = true;
                throw new InvalidOperationException("broken off by the test");
            }
        };
        await Assert.ThrowsAnyAsync<Exception>(() => test.Get<CompleteFile>().RunAsync(new CompleteMessage(file.Key), default));
        Assert.True(broken);
        io.OnCall = null;
        await EraseAsync("stored");
        await test.Get<CompleteFile>().RunAsync(new CompleteMessage(file.Key), default);
        Assert.Equal(0, await apply.RunAsync(default));

        Assert.Equal(PersonDecisionState.Done, (await PersonWorld.FindAsync(test, decision!)).State);
        Assert.Empty(await PersonWorld.PlacesOfAsync(test, PersonWorld.Her));
        Assert.Equal((0, 1), await PersonWorld.CountAsync(test));
        Assert.Equal(new ReceiptCounts(2, 2, 0, 0, 0), (await test.ReceiptAsync("care-events/0301/a.xml")).Counts);
    }

    [Fact]
    public async Task A_file_that_is_never_done_keeps_the_last_look_open_and_says_so()
    {
        await using var test = await TestSystem.StartAsync(TestSystem.Only(_ => false));
        var file = await test.UploadAsync("care-events/0301/a.xml", PersonWorld.Files[0].Content);
        await test.Get<ReceiveFile>().RunAsync(file, default);
        var decision = await PersonWorld.EraseAsync(test);

        Assert.Equal(1, await test.Get<ApplyDecisions>().RunAsync(default));
        var reads = (await PersonWorld.AuditAsync(test, "reads")).Count;
        Assert.Equal(1, await test.Get<ApplyDecisions>().RunAsync(default));

        Assert.Equal((PersonDecisionState.Waiting, file.Key), ((await PersonWorld.FindAsync(test, decision)).State, Assert.Single((await PersonWorld.FindAsync(test, decision)).WaitsFor)));
        Assert.Equal(reads, (await PersonWorld.AuditAsync(test, "reads")).Count);
    }

    private static async Task<byte[]> OpenIdentityAsync(TestSystem test)
    {
        var all = new List<byte>();
        foreach (var name in await test.ListAsync(Containers.Identity))
        {
            all.AddRange(await test.OpenAsync(Containers.Identity, name, Register.IdentityStore.SealedAs(name)));
        }

        return [.. all];
    }
}

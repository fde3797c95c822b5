using System.Collections.Concurrent;
using Kpr.Core.Formats;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Persons;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register.Memory;
using Kpr.Functions.Rehearsals;
using Kpr.Functions.Senders;
using Kpr.Functions.Tests.Persons;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Operations;

/// <summary>
/// What <see cref="DeployedApp"/> claims for an app is what the running system does: no right is missing, none is
/// too many. The infrastructure grants the same (Kpr.Infra.Tests).
/// </summary>
public sealed class RightsTests
{
    [Fact]
    public async Task The_intake_uses_each_of_its_rights_and_no_other()
    {
        // With the intake's functions alone: timers of other apps look into tables of theirs.
        await using var test = await TestSystem.StartAsync(TestSystem.Only(
            type => DeployedApp.Intake.Slices.Any(slice => $"{type.Namespace}.".StartsWith($"Kpr.Functions.{slice}.", StringComparison.Ordinal))));
        var calls = new ConcurrentBag<IoCall>();
        foreach (var scope in test.Scopes)
        {
            IoSwitch.Of(scope).OnCall = (call, phase) => Note(calls, call, phase);
        }

        await EveryFateAsync(test);

        Assert.Equal(
            // Where Key Vault wraps the keys, the key ring looks after them in the identity account, too: KeyRingVault's own tests.
            DeployedApp.Intake.Containers.Where(container => container.Name != Containers.Keys)
                .Select(container => $"{container.Name}: {container.Rights & ~BlobRights.List}").Order(StringComparer.Ordinal),
            calls.Where(call => call.Service == "blob").GroupBy(call => call.Target.Split('/')[0])
                .Select(container => $"{container.Key}: {container.Aggregate(BlobRights.None, (rights, call) => rights | RightOf(call))}").Order(StringComparer.Ordinal));
        Assert.Equal(
            DeployedApp.Intake.Tables.Select(table => table.Name).Order(StringComparer.Ordinal),
            calls.Where(call => call.Service == "table").Select(call => call.Target.Split('(')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Subset(
            DeployedApp.Intake.Sends.ToHashSet(StringComparer.Ordinal),
            calls.Where(call => call is { Service: "servicebus", Operation: "Send" }).Select(call => call.Target).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_app_of_persons_uses_each_of_its_rights_and_no_other()
    {
        await using var test = await TestSystem.StartAsync();
        await PersonWorld.TakeAsync(test);

        // One whose identities are hers alone.
        await PersonWorld.TakeAsync(test, [("care-events/4601/hers.xml", System.Text.Encoding.UTF8.GetBytes(new CareEventDocument { Municipality = "<Kommune kommuneNr=\"4601\"/>" }.Raw(CareEventDocument.Notification(9)).ToString()))]);
        // Types of service that are taken today: some of what was rejected comes in.
        await test.RestartAsync(options => TestSystem.Only(_ => false)(TestSystem.With(("Kpr:Rules:EnabledServiceTypes:0", "22"))(options)));
        await test.Get<ProjectSecrets>().EnsureAsync("sak-1", CancellationToken.None);
        await test.Get<DisclosedPersons>().WriteAsync("extract", [1], CancellationToken.None);
        var calls = new ConcurrentBag<IoCall>();
        IoSwitch.Of(test.Scopes[0]).OnCall = (call, phase) => Note(calls, call, phase);
        await test.Get<RotateKeys>().RunAsync("test", CancellationToken.None);
        var rehearsed = test.Get<RehearseFiles>().RunAsync(
            Feeds.Find("care-events")!, "4601", (DateOnly.MinValue, DateOnly.MaxValue), (0, long.MaxValue), applied: true, CancellationToken.None);
        Assert.Contains(await rehearsed.ToListAsync(), file => file.Applied is not null);
        var decision = await PersonWorld.EraseAsync(test);
        Assert.Equal(0, await test.Get<ApplyDecisions>().RunAsync(CancellationToken.None));
        await test.Get<DecideAboutPersons>().LiftAsync(decision.Id, "test", CancellationToken.None);

        Assert.Equal(
            DeployedApp.Persons.Containers.Where(container => container.Name != Containers.Keys)
                .Select(container => $"{container.Name}: {container.Rights}").Order(StringComparer.Ordinal),
            calls.Where(call => call.Service == "blob").GroupBy(call => call.Target.Split('/')[0])
                .Select(container => $"{container.Key}: {container.Aggregate(BlobRights.None, (rights, call) => rights | RightOf(call))}").Order(StringComparer.Ordinal));
        Assert.Equal(
            DeployedApp.Persons.Tables.Select(table => table.Name).Order(StringComparer.Ordinal),
            calls.Where(call => call.Service == "table").Select(call => call.Target.Split('(')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(calls, call => call.Service == "servicebus");
    }

    // Accepted, accepted in part, rejected as a whole, refused, sent twice: together they do all that the intake does.
    private static async Task EveryFateAsync(TestSystem test)
    {
        var clean = new CareEventDocument().Add().Add().ToString();
        await UploadAsync(test, "care-events/0301/clean.xml", clean);
        await UploadAsync(test, "care-events/0301/partly.xml", new CareEventDocument().Add().Add(text => text.Replace("typeID=\"1\"", "typeID=\"7\"", StringComparison.Ordinal)).ToString()
            .Replace("Kontakt\"", "Kontakten\"", StringComparison.Ordinal));
        await UploadAsync(test, "care-events/0301/none.xml", "no XML at all");
        await UploadAsync(test, "unknown/0301/refused.xml", clean);
        await UploadAsync(test, "care-events/0301/again.xml", clean);
        await test.SettleAsync();
        await test.Get<ReconcileInbox>().RunAsync(CancellationToken.None);
        await test.Get<SweepStuck>().RunAsync(CancellationToken.None);
        await test.Get<ReminderLog>().ReadAsync(2025, LateList.Feed, CancellationToken.None);
        await test.Get<MergeMemory>().RunAsync(CancellationToken.None);
        await test.Get<ForgetRecords>().RunAsync("care-events/0301", new HashSet<Guid> { CareEventDocument.Id(1) }, byId: true, CancellationToken.None);
    }

    // The sender's doing, not the intake's.
    private static async Task UploadAsync(TestSystem test, string name, string content)
    {
        using (IoSwitch.Unobserved())
        {
            await test.UploadAsync(name, content);
        }

        await test.SettleAsync();
    }

    private static void Note(ConcurrentBag<IoCall> calls, IoCall call, IoPhase phase)
    {
        if (phase == IoPhase.Before)
        {
            calls.Add(call);
        }
    }

    // Whoever reads a container may list it too.
    private static BlobRights RightOf(IoCall call) => call.Operation switch
    {
        "GET" or "HEAD" => BlobRights.Read,
        "PUT" => BlobRights.Write,
        "DELETE" => BlobRights.Delete,
        var other => throw new ArgumentOutOfRangeException(nameof(call), other, null),
    };
}

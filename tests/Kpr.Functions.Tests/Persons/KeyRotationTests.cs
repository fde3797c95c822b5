using System.Text;
using Kpr.Core.Receipts;
using Kpr.Core.Sealing;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Persons;
using Kpr.Functions.Register;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Persons;

/// <summary>Keys are changed while files come in, and by somebody who is broken off.</summary>
public sealed class KeyRotationTests(ITestOutputHelper output)
{
    private const int Seed = 20_260_301;

    [Fact]
    public async Task All_that_is_sealed_is_sealed_under_the_new_key_and_says_the_same()
    {
        await using var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a");
        var before = await OpenAllAsync(test);
        Assert.Contains(before, pair => pair.Key.StartsWith("identity/", StringComparison.Ordinal));
        Assert.Contains(before, pair => pair.Key.StartsWith("quarantine/", StringComparison.Ordinal));
        Assert.Contains(before, pair => pair.Key.StartsWith("archive/", StringComparison.Ordinal));

        var answer = await test.Get<RotateKeys>().RunAsync("test", default);

        Assert.Equal(new KeyRotationAnswer(2, KeyRotationState.Done, before.Count), answer);
        Assert.Equal(before, await OpenAllAsync(test));
        Assert.Equal([2], await VersionsAsync(test));
        Assert.Equal(
            ["keys-rotation-begun key 2", "keys-rotated key 2"],
            (await AuditAsync(test)).Select(line => $"{line.Action} {line.Object}"));

        await TakeAsync(test, "b");
        Assert.Equal([2], await VersionsAsync(test));
        Assert.Equal(new KeyRotationAnswer(0, KeyRotationState.None, 0), await test.Get<RotateKeys>().GoOnAsync(default));
        Assert.Equal(3, (await test.Get<RotateKeys>().RunAsync("test", default)).Version);
        Assert.Equal([3], await VersionsAsync(test));
    }

    [Fact]
    public async Task A_rotation_broken_off_at_any_call_goes_on_and_makes_no_other_key()
    {
        var calls = 0L;
        await using (var test = await QuietAsync())
        {
            var begun = IoSwitch.Of(test.Scopes[0]).Count;
            await test.Get<RotateKeys>().RunAsync("test", default);
            calls = IoSwitch.Of(test.Scopes[0]).Count - begun;
        }

        output.WriteLine($"{calls} calls, seed {Seed}");
        foreach (var point in StopPoint.SampleOf(calls, 8, Seed))
        {
            await using var test = await QuietAsync();
            var before = await OpenAllAsync(test);
            var io = IoSwitch.Of(test.Scopes[0]);
            io.StopAt(io.Count + point.Call, point.Phase);
            await Assert.ThrowsAnyAsync<Exception>(() => test.Get<RotateKeys>().RunAsync("test", default));
            Assert.True(io.Stopped.IsCompleted);

            // Another process, with nothing but what is stored and the key file.
            IoSwitch.Forget(test.Scopes);
            await test.RestartAsync(TestSystem.Only(_ => false));
            var answer = await test.Get<RotateKeys>().RunAsync("test", default);

            Assert.Equal(KeyRotationState.Done, answer.State);

            // Broken off behind the last step, it was done: asking again is asking for the next key.
            Assert.Equal([answer.Version], await VersionsAsync(test));
            Assert.True(answer.Version == 2 || point == new StopPoint(calls, IoPhase.After), $"{point} made version {answer.Version}");
            Assert.Equal(before, await OpenAllAsync(test));
        }
    }

    [Fact]
    public async Task Keys_rotated_at_any_time_of_an_ingest_lose_nothing_and_hinder_nothing()
    {
        // Somewhere in reading, in judging and in storing: wherever the intake opens or seals something.
        foreach (var where in (string[])["work/", "identity/", "quarantine/", "register/", "archive/"])
        {
            await using var test = await TestSystem.StartAsync();
            var rotated = 0;
            var io = IoSwitch.Of(test.Scopes[0]);
            io.OnCall = (call, phase) =>
            {
                if (phase == IoPhase.Before && call.Operation == "PUT" && call.Target.StartsWith(where, StringComparison.Ordinal) && Interlocked.Exchange(ref rotated, 1) == 0)
                {
                    using (IoSwitch.Unobserved())
                    {
                        test.Get<RotateKeys>().RunAsync("test", default).GetAwaiter().GetResult();
                    }
                }
            };
            await TakeAsync(test, "a");
            io.OnCall = null;

            Assert.Equal(1, rotated);
            await test.AssertTidyAsync();
            Assert.Equal(ReceiptStatus.PartlyAccepted, (await test.ReceiptAsync("care-events/0301/a.xml")).Status);
            var all = await OpenAllAsync(test);
            Assert.Contains(all, pair => pair.Key.StartsWith("identity/", StringComparison.Ordinal) && pair.Value.Contains(CareEventDocument.Person, StringComparison.Ordinal));
            await test.Get<RotateKeys>().RunAsync("test", default);
            Assert.Equal([3], await VersionsAsync(test));
            Assert.Equal(all, await OpenAllAsync(test));
        }
    }

    [Fact]
    public async Task A_key_that_hosts_may_not_know_yet_seals_nothing_anew()
    {
        await using var test = await QuietAsync();
        var keys = new SettlingKeys(test.Get<IKeyRingSource>());
        var rotate = ActivatorOf(test, keys);

        Assert.Equal(new KeyRotationAnswer(2, KeyRotationState.Waiting, 0), await rotate.RunAsync("test", default));
        Assert.Equal([1], await VersionsAsync(test));
        keys.Settled = true;
        Assert.Equal(KeyRotationState.Done, (await rotate.GoOnAsync(default)).State);
        Assert.Equal([2], await VersionsAsync(test));
    }

    private static RotateKeys ActivatorOf(TestSystem test, IKeyRingSource keys) => new(
        test.System.Storage, keys, new SealedBlobs(keys, test.Get<NonceSource>()), test.Get<AuditLog>(), test.Clock,
        Microsoft.Extensions.Logging.Abstractions.NullLogger<RotateKeys>.Instance);

    // Some files taken in, and nothing that runs by itself.
    private static async Task<TestSystem> QuietAsync()
    {
        var test = await TestSystem.StartAsync();
        await TakeAsync(test, "a");
        await test.RestartAsync(TestSystem.Only(_ => false));
        return test;
    }

    private static async Task TakeAsync(TestSystem test, string name)
    {
        await test.UploadAsync($"care-events/0301/{name}.xml", new CareEventDocument { Contacts = $"{new CareEventDocument().Contacts}<!-- {name} -->" }
            .Add().Add(text => text.Replace("tjenesteType=\"21\"", "tjenesteType=\"22\"", StringComparison.Ordinal)).ToString());
        await test.SettleAsync();
    }

    private static async Task<IReadOnlyList<int>> VersionsAsync(TestSystem test)
    {
        var versions = new SortedSet<int>();
        foreach (var (container, name) in await SealedAsync(test))
        {
            versions.Add(SealedStream.VersionOf(await test.ReadAsync(container, name)));
        }

        return [.. versions];
    }

    private static async Task<SortedDictionary<string, string>> OpenAllAsync(TestSystem test)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (container, name) in await SealedAsync(test))
        {
            all.Add($"{container}/{name}", Encoding.UTF8.GetString(await test.OpenAsync(container, name, container == Containers.Identity ? IdentityStore.SealedAs(name) : name)));
        }

        return all;
    }

    private static async Task<IReadOnlyList<(string Container, string Name)>> SealedAsync(TestSystem test)
    {
        var all = new List<(string, string)>();
        foreach (var container in (string[])[Containers.Identity, Containers.Quarantine, Containers.Archive])
        {
            all.AddRange((await test.ListAsync(container)).Where(name => name.EndsWith(".sealed", StringComparison.Ordinal)).Select(name => (container, name)));
        }

        return all;
    }

    private static async Task<IReadOnlyList<AuditLine>> AuditAsync(TestSystem test)
    {
        var name = Assert.Single(await test.ListAsync(Containers.Audit, "persons/"));
        var log = await test.ReadAsync(Containers.Audit, name);
        Assert.Null(AuditLog.FirstBroken(log));
        return [.. Encoding.UTF8.GetString(log).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonSerializer.Deserialize<AuditLine>(line, System.Text.Json.JsonSerializerOptions.Web)!)];
    }

    // As the vault's keys do: a new key is known before it seals.
    private sealed class SettlingKeys(IKeyRingSource inner) : IKeyRingSource
    {
        public bool Settled { get; set; }

        public async ValueTask<KeyRing> GetAsync(CancellationToken cancellationToken)
        {
            var ring = await inner.GetAsync(cancellationToken);
            return Settled ? ring : ring with { Current = 1 };
        }

        public Task<int> RotateAsync(CancellationToken cancellationToken) => inner.RotateAsync(cancellationToken);
    }
}

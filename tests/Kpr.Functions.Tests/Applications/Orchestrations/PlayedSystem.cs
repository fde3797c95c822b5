using System.Globalization;
using Kpr.Core.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Orchestrations;
using Kpr.Functions.Tests.Crash;
using Kpr.Local;
using Kpr.Local.Playing;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>A play given on the whole system, on an account and in a folder of its own; it may be broken off and given again from its beginning.</summary>
internal sealed class PlayedSystem : IDisposable
{
    private static int _count;

    private readonly AzuriteAccount _account;
    private readonly string _folder = Directory.CreateTempSubdirectory("kpr-played-").FullName;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"played-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
    private readonly CasePlay _play;
    private readonly MovableClock _clock;

    public PlayedSystem(AzuriteAccount account, CasePlay play)
    {
        _account = account;
        _play = play;
        _clock = new MovableClock(new Still(play.Start));
        FixedKeys.Write(_folder);
    }

    public static CasePlay Read(string yaml)
    {
        using var text = new StringReader(yaml);
        return PlayFile.Read(text);
    }

    /// <summary>What the rules alone make of a play: the events, one a line.</summary>
    public static async Task<IReadOnlyList<string>> ByRulesAsync(CasePlay play)
    {
        using var lines = new StringWriter();
        Assert.True(await new PlayRun(new RulesStage(new CaseProcess(), play.Start), new PlayTimeline(lines, json: true), TextWriter.Null).GiveAsync(play, CancellationToken.None));
        return PlayedLines.Of(lines.ToString());
    }

    /// <summary>Gives the play, or as much as goes before <paramref name="onCall"/> breaks it off.</summary>
    /// <returns>Number of I/O calls, and the events that were told.</returns>
    public async Task<(long Calls, IReadOnlyList<string> Events)> GiveAsync(Action<IoSwitch, IoCall, IoPhase>? onCall = null, bool oneAtATime = false, Predicate<Type>? functions = null, string? begin = null)
    {
        var io = new IoSwitch();
        io.OnCall = onCall is null ? null : (call, phase) => onCall(io, call, phase);
        string[] scopes = [_account.Name, $"{_name}.servicebus.local"];
        IoSwitch.Share(io, scopes);
        using var lines = new StringWriter();
        try
        {
            await using var system = await StartAsync(io, oneAtATime, functions);
            if (begin is not null)
            {
                await CaseNudge.SendAsync(system.Host.Durable, IdOf(begin), CancellationToken.None);
            }

            using var door = new CaseDoor(system, _clock);
            using var progress = new StringWriter();
            Assert.True(await new PlayRun(new SystemStage(system, door, _clock), new PlayTimeline(lines, json: true), progress).GiveAsync(_play, CancellationToken.None), progress.ToString());
            await system.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
        }
        catch (Exception e) when (io.Stopped.IsCompleted && e is not Xunit.Sdk.XunitException)
        {
            // Broken off: whatever was under way says so in its own words.
        }
        finally
        {
            IoSwitch.Forget(scopes);
        }

        return (io.Count, PlayedLines.Of(lines.ToString()));
    }

    /// <summary>Lets the locks run out that a system held which was broken off.</summary>
    public void Pause() => _clock.Advance(TimeSpan.FromMinutes(11));

    /// <summary>Nudges the flow of a case many times at once.</summary>
    public async Task NudgeAsync(string name, int times)
    {
        await using var system = await StartAsync(new IoSwitch(), oneAtATime: false, null);
        for (var i = 0; i < times; i++)
        {
            await CaseNudge.SendAsync(system.Host.Durable, IdOf(name), CancellationToken.None);
        }

        await system.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>How a case of the play stands, and the instances of flows that are not over.</summary>
    public async Task<(CaseState State, IReadOnlyList<string> Flows)> StandAsync(string name)
    {
        await using var system = await StartAsync(new IoSwitch(), oneAtATime: false, null);
        var flows = new List<string>();
        await foreach (var flow in system.Host.Durable.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            if (!flow.IsCompleted && flow.InstanceId.Contains(IdOf(name), StringComparison.Ordinal))
            {
                flows.Add(flow.InstanceId.Replace(IdOf(name), name, StringComparison.Ordinal));
            }
        }

        return ((await system.Services.GetRequiredService<CaseStore>().LoadAsync(IdOf(name), CancellationToken.None)).State, flows);
    }

    /// <summary>Lets the outbox be swept and notices go out, and reads what there is: events of every case, and letters.</summary>
    public async Task<IReadOnlyList<string>> ImageAsync()
    {
        await using var system = await StartAsync(new IoSwitch(), oneAtATime: false, null);
        for (var round = 0; round < 4; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(6));
            await system.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
        }

        var image = new List<string>();
        foreach (var name in _play.Steps.Select(step => step.Case).Distinct())
        {
            await foreach (var recorded in system.Services.GetRequiredService<CaseStore>().EventsAsync(IdOf(name), CancellationToken.None))
            {
                image.Add($"{name} {recorded.Sequence} {recorded.At:yyyy-MM-dd} {recorded.By.Subject} {CaseJson.Text(recorded.Event)}");
            }

            Assert.Empty(await system.Services.GetRequiredService<CaseStore>().OutboxAsync(IdOf(name), CancellationToken.None));
        }

        var mail = Path.Combine(_folder, "mail");
        image.AddRange(Directory.Exists(mail) ? Directory.EnumerateFiles(mail).Select(Path.GetFileName).Order(StringComparer.Ordinal).Select(letter => $"letter {letter}") : []);
        return image;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string IdOf(string name) => _play.IdOf(name);

    private Task<LocalSystem> StartAsync(IoSwitch io, bool oneAtATime, Predicate<Type>? functions) => LocalSystem.StartAsync(new LocalSystemOptions
    {
        Name = _name,
        StateFolder = _folder,
        Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => _account.ConnectionString, StringComparer.Ordinal),
        Clock = _clock,
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kpr:Attachments:Scanner"] = "external" },
        ConfigureHost = host =>
        {
            host.OneAtATime = oneAtATime;
            host.Switch = io;

            // The intake has nothing to do here, and its timers would be counted.
            host.Types = type => type.Namespace?.Contains("Applications", StringComparison.Ordinal) == true && functions?.Invoke(type) != false;
            host.BlobPollInterval = TimeSpan.FromSeconds(10);
        },
    });

    private sealed class Still(DateTimeOffset start) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => start;
    }
}

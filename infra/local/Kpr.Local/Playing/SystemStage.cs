using Kpr.Core.Cases;
using Kpr.Functions.Applications;
using Kpr.LocalAzure;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.Local.Playing;

/// <summary>
/// The whole system: commands come over HTTP, its orchestrations keep the time, and the clock is moved from one due day to the next. Commands have keys, so a
/// play that was broken off can be given again from its beginning.
/// </summary>
/// <param name="system">The system.</param>
/// <param name="door">Its HTTP interface.</param>
/// <param name="clock">Its clock.</param>
internal sealed class SystemStage(LocalSystem system, CaseDoor door, MovableClock clock) : ICaseStage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly CaseStore _store = system.Services.GetRequiredService<CaseStore>();
    private readonly CaseProcess _process = system.Services.GetRequiredService<CaseProcess>();
    private readonly SortedDictionary<string, CaseState> _seen = new(StringComparer.Ordinal);

    /// <summary>What is done beside the commands; null for nothing: commands then tell what the play says.</summary>
    public IPlayedWork? Work { get; init; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlayedEvent>> AdvanceAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        var happened = new List<PlayedEvent>();
        if (to <= clock.GetUtcNow())
        {
            return happened;
        }

        while (_seen.Values.Select(_process.NextDue).Min() is { } due && due <= to)
        {
            happened.AddRange(await PassAsync(due, cancellation));
        }

        await LeapAsync(to);
        happened.AddRange(await CollectAsync(cancellation));
        return happened;
    }

    /// <inheritdoc/>
    public async Task<StageAnswer> GiveAsync(PlayStep step, CancellationToken cancellation)
    {
        if (step.Do is null)
        {
            return new StageAnswer(_seen[step.Case].Phase, null, []);
        }

        _seen.TryAdd(step.Case, CaseState.New(CaseDoor.IdOf(step.As!, step.Case)));
        var id = _seen[step.Case].Id;
        var given = Work is null ? step : await Work.DoAsync(id, step, cancellation);
        var (phase, refusal) = given is null ? default : await door.GiveAsync(id, given, cancellation);
        var happened = await CollectAsync(cancellation);
        return new StageAnswer(phase ?? _seen[step.Case].Phase, refusal, happened);
    }

    // What a crash left in an outbox is swept after some minutes.
    private async Task<IReadOnlyList<PlayedEvent>> PassAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        for (var at = due; at < due + Longest; at += Sweep)
        {
            cancellation.ThrowIfCancellationRequested();
            await LeapAsync(at);
            if (await CollectAsync(cancellation) is { Count: > 0 } news)
            {
                return news;
            }
        }

        throw new TimeoutException($"No orchestration let the time pass on {due:yyyy-MM-dd}.");
    }

    // Notices go out every minute: nobody gets them only when the next thing happens.
    private async Task LeapAsync(DateTimeOffset to)
    {
        await system.Host.WhenIdleAsync(Patience);
        if (clock.GetUtcNow() + Minute < to)
        {
            clock.Advance(Minute);
            await system.Host.WhenIdleAsync(Patience);
        }

        clock.AdvanceTo(to);
        await system.Host.WhenIdleAsync(Patience);
    }

    private async Task<IReadOnlyList<PlayedEvent>> CollectAsync(CancellationToken cancellation)
    {
        var happened = new List<PlayedEvent>();
        foreach (var (name, before) in _seen.ToList())
        {
            var state = before;
            if ((await _store.LoadAsync(before.Id, cancellation)).State.Version == before.Version)
            {
                continue;
            }

            await foreach (var recorded in _store.EventsAsync(before.Id, cancellation))
            {
                if (recorded.Sequence > state.Version)
                {
                    state = state.After([recorded]);
                    happened.Add(new PlayedEvent(name, recorded, state));
                }
            }

            _seen[name] = state;
        }

        return happened;
    }
}

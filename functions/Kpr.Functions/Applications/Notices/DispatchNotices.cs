using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Notices;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Catalogue;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Applications.Notices;

/// <summary>
/// Sends notices that wait, party by party and in order: one that fails holds those behind it until it went out or was given up. What is sent and was not
/// noted, because the process died in between, is sent again under the same id.
/// </summary>
/// <param name="store">The notices.</param>
/// <param name="cases">The cases.</param>
/// <param name="directory">Who gets notices where.</param>
/// <param name="post">The ways out.</param>
/// <param name="execute">Tells cases what arrived.</param>
/// <param name="options">The settings.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class DispatchNotices(
    NoticeStore store, CaseStore cases, NoticeDirectory directory, NoticePost post, Lazy<ExecuteCommand> execute, IOptions<NoticeOptions> options, TimeProvider clock,
    ILogger<DispatchNotices> log)
{
    private static readonly Actor Outbox = new(Role.System, "outbox");

    /// <summary>Sends what is due.</summary>
    /// <returns>Number of notices that went out.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        await foreach (var turn in store.TurnsAsync(cancellationToken))
        {
            var waiting = await store.WaitingAsync(turn, cancellationToken);
            var (went, left) = await SendAsync(waiting, cancellationToken);
            sent += went;
            await store.LeaveAsync(turn, left == 0, cancellationToken);
        }

        return sent;
    }

    private async Task<(int Sent, int Left)> SendAsync(IReadOnlyList<PlannedNotice> waiting, CancellationToken cancellationToken)
    {
        var (queue, sent, later) = (waiting.ToList(), 0, 0);
        while (queue is [var next, ..])
        {
            if (next.NextTry > clock.GetUtcNow())
            {
                break;
            }

            var state = (await cases.LoadAsync(next.Case, cancellationToken)).State;
            var address = await directory.FindAsync(next.Party, next.Channel, state, cancellationToken);

            // What was tried before, and what the law wants proof of, goes by itself and does not wait for the hour of the digest.
            var digest = address is { Digest: true } && IsForDigest(next);
            if (digest && clock.GetUtcNow() < DigestAt(next.At))
            {
                queue.RemoveAt(0);
                later++;
                continue;
            }

            List<PlannedNotice> together = digest ? Together(queue, DigestAt(next.At)) : [next];
            var answer = next.State == NoticeState.Sent ? SendAnswer.Taken
                : address is null ? new SendAnswer("no address any longer", Permanent: true)
                : await post.SendAsync(address, together, cancellationToken);
            if (answer.IsTaken)
            {
                await EndAsync(together, cancellationToken);
                sent += together.Count;
                queue.RemoveAll(together.Contains);
            }
            else if (await HoldsAsync(next, answer, cancellationToken))
            {
                break;
            }
            else
            {
                queue.RemoveAt(0);
            }
        }

        return (sent, queue.Count + later);
    }

    // A digest has what was planned before its hour and after the one before: when it is sent again because the process died, it is the same letter, though
    // more was planned meanwhile.
    private List<PlannedNotice> Together(List<PlannedNotice> queue, DateTimeOffset hour) =>
        [.. queue.Where(notice => IsForDigest(notice) && DigestAt(notice.At) == hour).Take(NoticeStore.MostTogether)];

    private static bool IsForDigest(PlannedNotice notice) => notice is { Proof: null, Tries: 0 };

    // Whether a failure holds those behind it.
    private async Task<bool> HoldsAsync(PlannedNotice notice, SendAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = new Notice(notice.Id, notice.Tries, notice.State, notice.Tries, notice.NextTry);
        switch (new FailNotice(answer.Reason!, answer.Permanent).Decide(before, now).Events[0])
        {
            case NoticeFailed failed:
                var next = answer.After is { } after && now + after > failed.NextTry ? now + after : failed.NextTry;
                await store.KeepAsync(notice with { State = NoticeState.Retry, Tries = notice.Tries + 1, NextTry = next, Reason = answer.Reason }, cancellationToken);
                Log.NoticeFailed(log, notice.Case, notice.Sequence, notice.Channel, notice.Tries + 1, answer.Reason!);
                return true;
            default:
                await store.GiveUpAsync(notice with { State = NoticeState.DeadLettered, Tries = notice.Tries + 1, NextTry = null, Reason = answer.Reason }, cancellationToken);
                Log.NoticeGivenUp(log, notice.Case, notice.Sequence, notice.Channel, notice.Tries + 1, answer.Reason!);
                return false;
        }
    }

    private async Task EndAsync(List<PlannedNotice> together, CancellationToken cancellationToken)
    {
        if (together is [{ Proof: { } proof } notice])
        {
            // Noted before the case is told: what went out is not sent again because the case could not be told.
            if (notice.State != NoticeState.Sent)
            {
                await store.KeepAsync(notice with { State = NoticeState.Sent, Tries = notice.Tries + 1, NextTry = null }, cancellationToken);
            }

            var answer = await execute.Value.RunAsync(
                notice.Case, new ConfirmNotice(proof, NorwegianTime.Today(clock)), Outbox, null, null, cancellationToken);
            if (answer.Refusal is { } refusal)
            {
                Log.ProofNotTaken(log, notice.Case, notice.Sequence, refusal.Number);
            }
        }

        await store.EndAsync([.. together.Select(notice => notice with { State = NoticeState.Sent })], cancellationToken);
    }

    private DateTimeOffset DigestAt(DateTimeOffset planned)
    {
        var day = NorwegianTime.DateAt(planned);
        var at = NorwegianTime.FromLocal(day.ToDateTime(new TimeOnly(options.Value.DigestHour, 0)));
        return at > planned ? at : NorwegianTime.FromLocal(day.AddDays(1).ToDateTime(new TimeOnly(options.Value.DigestHour, 0)));
    }
}

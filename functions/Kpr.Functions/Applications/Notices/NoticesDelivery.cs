using Kpr.Core.Cases.Notices;

namespace Kpr.Functions.Applications.Notices;

/// <summary>Plans the notices of a command, one for each way in which its receiver gets them.</summary>
/// <param name="cases">The cases.</param>
/// <param name="directory">Who gets notices where.</param>
/// <param name="store">The notices.</param>
/// <param name="clock">The time.</param>
public sealed class NoticesDelivery(CaseStore cases, NoticeDirectory directory, NoticeStore store, TimeProvider clock) : IOutboxDelivery
{
    /// <inheritdoc/>
    public OutboxKind Kind => OutboxKind.Notices;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var state = (await cases.LoadAsync(entry.CaseId, cancellationToken)).State;
        foreach (var request in entry.Notices)
        {
            var party = NoticeDirectory.PartyOf(state, request);
            foreach (var channel in directory.ChannelsOf(party))
            {
                await store.PlanAsync(
                    new PlannedNotice($"{request.Id}/{channel}", entry.CaseId, SequenceOf(request), request.Template, request.Recipient, party, channel, clock.GetUtcNow())
                    {
                        Due = NoticeDeadlines.Of(state, request.Template, request.Recipient == NoticeRecipient.Register ? request.Party : null),
                        Proof = request.Proof,
                    },
                    cancellationToken);
            }
        }

        return true;
    }

    // The id is case, place of the event, recipient, party.
    private static long SequenceOf(NoticeRequest request) => long.Parse(request.Id.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
}

using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Extracts.Orders;
using Kpr.Functions.Applications;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Extracts;

/// <summary>
/// What the system does about the extracts of a case whenever something happened in it: tells the case that one is prepared, carries out a release that the case took, and ends
/// what the case no longer asks for. Each step can be done again; the daily look at the case finds what a crash left.
/// </summary>
/// <param name="index">The extracts of cases.</param>
/// <param name="extracts">The extracts.</param>
/// <param name="execute">Carries out commands.</param>
/// <param name="tell">Tells whoever makes extracts.</param>
/// <param name="log">The log.</param>
public sealed class ExtractDuties(CaseExtracts index, ExtractStore extracts, ExecuteCommand execute, TellPreparation tell, ILogger<ExtractDuties> log)
{
    private const string Command = "finish-extraction";
    private const string NotWanted = "Saken ber ikke lenger om dette uttrekket.";
    private const string NotApproved = "Uttrekket ble underkjent i kontrollen, eller skal lages på nytt.";

    private static readonly Actor Flow = new(Role.System, "flow");

    /// <summary>Looks at all of a case's extracts.</summary>
    public async Task LookAsync(CaseState state, CancellationToken cancellationToken)
    {
        if (!state.Orders.Any(order => order.Register == KprVariables.Register))
        {
            return;
        }

        foreach (var entry in await index.ListAsync(state.Id, cancellationToken))
        {
            if (await extracts.FindOrderAsync(entry.Id, cancellationToken) is { } stored && stored.Order.Case == state.Id)
            {
                await LookAsync(state, entry, stored, cancellationToken);
            }
        }
    }

    /// <summary>Carries out a release that the case took: as whoever gave it meant it.</summary>
    public async Task ReleaseAsync(string caseId, SourceOrder order, string id, CancellationToken cancellationToken)
    {
        if (await extracts.FindReleaseAsync(id, cancellationToken) is null)
        {
            if (order.ReleasedBy is not { } subject || await index.FindIntentAsync(caseId, id, subject, cancellationToken) is not { } intent)
            {
                Log.ReleaseUnknown(log, caseId, id);
                return;
            }

            await extracts.AddReleaseAsync(id, intent, cancellationToken);
            Log.ExtractReleased(log, caseId, id);
        }

        await tell.SendAsync(id, ExtractStatus.Released, cancellationToken);
    }

    private async Task LookAsync(CaseState state, CaseExtract entry, StoredExtract stored, CancellationToken cancellationToken)
    {
        var extract = await extracts.FindStateAsync(entry.Id, cancellationToken);
        var order = state.FindOrder(stored.Order.Order);
        if (extract is { IsEnded: true })
        {
            await TellEndAsync(state.Id, entry, extract.Status, cancellationToken);
        }
        else if (order is null || !IsWanted(state, order, entry.Id) || IsVoid(state, extract))
        {
            await EndAsync(state.Id, entry, NotWanted, cancellationToken);
        }
        else if (extract is null)
        {
            // Whoever ordered it may have died before telling.
            await tell.SendAsync(entry.Id, ExtractStatus.Ordered, cancellationToken);
        }
        else if (extract.Status == ExtractStatus.Prepared && order.State == OrderState.Extracting)
        {
            await FinishAsync(state, entry, stored, extract, cancellationToken);
        }
        else if (extract.Status is ExtractStatus.Prepared or ExtractStatus.Released && IsGone(order.State))
        {
            await ReleaseAsync(state.Id, order, entry.Id, cancellationToken);
        }
    }

    // The linker failed: what was made under the old serial numbers is void.
    private static bool IsVoid(CaseState state, ExtractState? extract) => extract is { KeyBatch: { } batch } && state.Linkage?.KeyBatch != batch;

    // Another extract of the same order may have been taken instead; a question or a hold passes.
    private static bool IsWanted(CaseState state, SourceOrder order, string id) => state.Phase is Phase.Fulfilment or Phase.Active or Phase.Expiring && order.State switch
    {
        OrderState.Extracting => true,
        OrderState.Clarifying or OrderState.OverEstimateHold => order.ReturnTo == OrderState.Extracting || order.Output?.Reference == id,
        OrderState.QualityCheck => order.Output?.Reference == id,
        _ => IsGone(order.State) && order.Output?.Reference == id,
    };

    private static bool IsGone(OrderState state) => state is OrderState.Released or OrderState.ReceiptConfirmed or OrderState.AtLinker or OrderState.Linked;

    private async Task FinishAsync(CaseState state, CaseExtract entry, StoredExtract stored, ExtractState extract, CancellationToken cancellationToken)
    {
        var order = stored.Order.Order;
        if ((ExtractGrant.Of(state, order, out var grant)?.Message ?? (grant!.DecisionVersion == extract.DecisionVersion ? null : NotWanted)) is { } fault)
        {
            await EndAsync(state.Id, entry, fault, cancellationToken);
            return;
        }

        var finish = new FinishExtraction(
            order, entry.Id, extract.Tables?.Sum(table => table.Rows) ?? 0, extract.DecisionVersion!.Value, extract.ReservationsAsOf, stored.By[(stored.By.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var answer = await execute.RunAsync(state.Id, finish, Flow, CommandKey.Of(Flow.Subject, $"extract/{entry.Id}", Command, entry.Id), null, cancellationToken);
        switch (answer.Outcome)
        {
            case CommandOutcome.Done:
                Log.ExtractTaken(log, state.Id, entry.Id);
                break;

            // It was told once, and the order waits for an extract again.
            case CommandOutcome.Repeated when answer.State.Version < state.Version:
                await EndAsync(state.Id, entry, NotApproved, cancellationToken);
                break;
            case CommandOutcome.Refused:
                Log.ExtractNotTaken(log, state.Id, entry.Id, answer.Refusal!.Number);
                await EndAsync(state.Id, entry, answer.Refusal.Norwegian, cancellationToken);
                break;
        }
    }

    // What nobody was given is discarded; what was released is taken back.
    private async Task EndAsync(string caseId, CaseExtract entry, string message, CancellationToken cancellationToken)
    {
        var ended = await extracts.ChangeStateAsync(
            entry.Id,
            now => now.IsEnded ? now : now with
            {
                Status = now.Status is ExtractStatus.Released or ExtractStatus.Delivered ? ExtractStatus.Withdrawn : ExtractStatus.Discarded,
                Message = message,
            },
            cancellationToken);
        Log.ExtractEnded(log, caseId, entry.Id, ended.Status);
        await TellEndAsync(caseId, entry, ended.Status, cancellationToken);
    }

    private async Task TellEndAsync(string caseId, CaseExtract entry, ExtractStatus status, CancellationToken cancellationToken)
    {
        if (entry.Told != status)
        {
            await tell.SendAsync(entry.Id, status, cancellationToken);
            await index.NoteToldAsync(caseId, entry, status, cancellationToken);
        }
    }
}

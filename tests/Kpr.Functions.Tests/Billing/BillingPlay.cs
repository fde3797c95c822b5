using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices.Bills;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Two orders billed together, one taken back, the rest paid. Each step may be told of again.</summary>
internal static class BillingPlay
{
    private static readonly Actor Finance = new(Role.Finance, "o1");

    /// <summary>Plays it to its end, or until it is broken off.</summary>
    /// <param name="account">The account; what an earlier play left there is gone on with.</param>
    /// <param name="fault">Sets where it is broken off; null for nowhere.</param>
    /// <returns>The I/O calls made, and bills, numbers, documents and ledger as they are then; empty when broken off.</returns>
    public static async Task<(long Calls, string Image)> RunAsync(AzuriteAccount account, Action<IoSwitch>? fault)
    {
        var io = new IoSwitch();
        fault?.Invoke(io);
        IoSwitch.Share(io, account.Name);
        try
        {
            var run = new BillingRun(account);
            await run.PrepareAsync();
            await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600), default);
            await run.Case.AddAsync(BillingRun.Work("2026-0001", "B2", "npr", 300), default);
            await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default);
            await run.Case.AddAsync(BillingRun.Work("2026-0001", "B3", "npr", 0, takesBack: "B2"), default);
            var rest = (await run.Store.LoadAsync("fhi", "2026-0001.1.r", default)).Bill;
            await run.Execute.RunAsync("fhi", rest.Id, Finance, default, new PayBill(rest.Totals.Total, new DateOnly(2026, 1, 1), "p1"));
            var count = io.Count;
            using (IoSwitch.Unobserved())
            {
                return (count, await ImageAsync(run));
            }
        }
        catch (IoStopException)
        {
            return (io.Count, "");
        }
        finally
        {
            IoSwitch.Forget(account.Name);
        }
    }

    private static async Task<string> ImageAsync(BillingRun run)
    {
        var lines = new List<string>();
        foreach (var id in await run.Store.ListAsync("fhi", null, open: false, default))
        {
            var stored = await run.Store.LoadAsync("fhi", id, default);
            lines.Add($"{id}: {string.Join(", ", stored.Events.Select(recorded => recorded.Event.GetType().Name))}; {stored.Bill.State}, {stored.Bill.Outstanding}");
        }

        lines.Add($"numbers {string.Join(' ', (await run.Store.NumbersAsync("fhi", default)).Select(taken => taken.Number))}");
        lines.Add($"sent {string.Join(' ', await run.SentAsync())}");
        lines.Add($"made {string.Join(' ', await run.MadeAsync())}");
        lines.Add($"ledger {string.Join(' ', (await run.View.LedgerAsync("fhi", default)).Select(row => $"{row.Account}:{row.Amount}"))}");
        return string.Join('\n', lines);
    }
}

using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices.Bills;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Billing is broken off on either side of every I/O call, begun again, and ends as if nothing had happened: no gap, no double, no lost øre.</summary>
public sealed class BillingCrashTests(ITestOutputHelper output)
{
    private static readonly Actor Finance = new(Role.Finance, "o1");

    [Fact]
    public async Task A_run_broken_off_at_any_call_ends_in_the_same_bills_numbers_and_documents()
    {
        var (calls, undisturbed) = (0L, "");
        var account = await SharedAzurite.NextAccountAsync();
        (calls, undisturbed) = await PlayAsync(account, null);
        output.WriteLine($"{calls} calls");
        Assert.Contains("Paid", undisturbed, StringComparison.Ordinal);
        Assert.Contains("numbers 1 2 3", undisturbed, StringComparison.Ordinal);

        var failures = new List<string>();
        for (var call = 1L; call <= calls; call++)
        {
            foreach (var phase in (IoPhase[])[IoPhase.Before, IoPhase.After])
            {
                account = await SharedAzurite.NextAccountAsync();
                await PlayAsync(account, io => io.StopAt(call, phase));
                var (_, image) = await PlayAsync(account, null);
                if (image != undisturbed)
                {
                    failures.Add($"{call} {phase}:\n{image}");
                }
            }
        }

        Assert.Empty(failures);
    }

    // Two orders billed together, one taken back, the rest paid. Each step may be told of again.
    private static async Task<(long Calls, string Image)> PlayAsync(AzuriteAccount account, Action<IoSwitch>? fault)
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
            await run.Case.IssueAsync("fhi", "2026-0001.1", default);
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

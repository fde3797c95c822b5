using System.Diagnostics;
using System.Globalization;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Tests.Processes;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Billing is broken off on either side of every I/O call, begun again, and ends as if nothing had happened: no gap, no double, no lost øre.</summary>
public sealed class BillingCrashTests(ITestOutputHelper output)
{
    private const int Seed = 7;

    [Fact]
    public async Task A_run_broken_off_at_any_call_ends_in_the_same_bills_numbers_and_documents()
    {
        var (calls, undisturbed) = (0L, "");
        var account = await SharedAzurite.NextAccountAsync();
        (calls, undisturbed) = await BillingPlay.RunAsync(account, null);
        output.WriteLine($"{calls} calls");
        Assert.Contains("Paid", undisturbed, StringComparison.Ordinal);
        Assert.Contains("numbers 1 2 3", undisturbed, StringComparison.Ordinal);

        var failures = new List<string>();
        for (var call = 1L; call <= calls; call++)
        {
            foreach (var phase in (IoPhase[])[IoPhase.Before, IoPhase.After])
            {
                account = await SharedAzurite.NextAccountAsync();
                await BillingPlay.RunAsync(account, io => io.StopAt(call, phase));
                var (_, image) = await BillingPlay.RunAsync(account, null);
                if (image != undisturbed)
                {
                    failures.Add($"{call} {phase}:\n{image}");
                }
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task A_process_killed_at_any_call_leaves_what_another_bills_to_the_same_end()
    {
        var (calls, undisturbed) = await BillingPlay.RunAsync(await SharedAzurite.NextAccountAsync(), null);
        output.WriteLine($"{calls} calls, seed {Seed}");
        foreach (var point in StopPoint.SampleOf(calls, 6, Seed))
        {
            var account = await SharedAzurite.NextAccountAsync();
            using var process = Process.Start(
                OwnAssembly.Run("bills", account.Name, account.ConnectionString, point.Call.ToString(CultureInfo.InvariantCulture), $"{point.Phase}"))!;
            await process.WaitForExitAsync();

            // 0 would mean that it came to its end, and 2 that it never began.
            Assert.DoesNotContain(process.ExitCode, (int[])[0, 2]);
            Assert.Equal(undisturbed, (await BillingPlay.RunAsync(account, null)).Image);
        }
    }
}

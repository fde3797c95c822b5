using System.Diagnostics;
using System.Globalization;
using Kpr.Functions.Tests.Billing;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Processes;

/// <summary>
/// What the test assembly does when started as a process: runs the system over the files of the crash matrix, or bills, and
/// kills itself, as <c>kill -9</c> does, on one side of one I/O call.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["bills", var account, var connection, var call, var phase]:
                await BillingPlay.RunAsync(new AzuriteAccount(account, "", connection), io => io.OnCall = KillAt(call, phase));
                return 0;
            case [var account, var connection, var folder, var call, var phase]:
                var kill = KillAt(call, phase);
                await new CrashRun(new AzuriteAccount(account, "", connection), folder).RunAsync((_, made, side) => kill(made, side));
                return 0;
            default:
                return 2;
        }
    }

    private static Action<IoCall, IoPhase> KillAt(string call, string phase)
    {
        var point = new StopPoint(long.Parse(call, CultureInfo.InvariantCulture), Enum.Parse<IoPhase>(phase));
        return (made, side) =>
        {
            if (made.Number == point.Call && side == point.Phase)
            {
                using var self = Process.GetCurrentProcess();
                self.Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        };
    }
}

using System.Diagnostics;
using System.Globalization;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Processes;

/// <summary>
/// What the test assembly does when started as a process: runs the system over the files of the crash matrix and
/// kills itself, as <c>kill -9</c> does, on one side of one I/O call.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var account, var connection, var folder, var call, var phase])
        {
            return 2;
        }

        var point = new StopPoint(long.Parse(call, CultureInfo.InvariantCulture), Enum.Parse<IoPhase>(phase));
        using var self = Process.GetCurrentProcess();
        await new CrashRun(new AzuriteAccount(account, "", connection), folder).RunAsync((_, made, side) =>
        {
            if (made.Number == point.Call && side == point.Phase)
            {
                self.Kill();
                Thread.Sleep(Timeout.Infinite);
            }
        });
        return 0;
    }
}

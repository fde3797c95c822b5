using System.CommandLine;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Local.Running;
using Kpr.Local.Telemetry;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Commands;

/// <summary><c>kpr run</c>: the whole system on this machine, until Ctrl-C.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var fresh = new Option<bool>("--fresh") { Description = $"Slett tilstanden i {RunFile.StateFolder} først." };
        var environment = EnvironmentOption.Create();
        var port = new Option<int>("--port") { HelpName = "N", DefaultValueFactory = _ => Ports.Functions, Description = $"Porten til HTTP-funksjonene; 0 tar en ledig. Ellers {Ports.Functions}." };
        var command = new Command("run", "Kjør hele systemet på denne maskinen, til Ctrl-C.") { fresh, environment, port };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetValue(fresh), parsed.GetValue(port), EnvironmentOption.Read(parsed.GetRequiredValue(environment)), output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool fresh, int port, KprEnvironment environment, CommandOutput output, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(RunFile.StateFolder);
        if (!Ports.IsFree(port))
        {
            await output.Error.WriteLineAsync($"Port {port} er i bruk. Stopp det som lytter der, og prøv igjen.");
            return ExitCode.Usage;
        }

        if (fresh && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await using var azurite = await StartAzuriteAsync(folder, output, cancellation);
        await using var system = await LocalSystem.StartAsync(
            new LocalSystemOptions
            {
                Name = "kpr",
                StateFolder = folder,
                LogFile = Path.Combine(folder, "log.txt"),
                Accounts = LocalSystemOptions.AccountsOf(azurite),
                HttpPort = port,
                Telemetry = true,
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kpr:Rules:Environment"] = environment.ToString() },
            },
            cancellation);
        var run = new RunFile(system.Host.Address.ToString(), LocalSystemOptions.AccountsOf(azurite));
        run.Write(folder);
        try
        {
            await output.Out.WriteLineAsync($"Systemet kjører på {run.Http}. Last opp en fil med: kpr upload FIL --feed F --sender S");
            await output.Out.WriteLineAsync($"Målinger og spor: {new Uri(system.Host.Address, TelemetryPage.Path)}");
            await output.Out.WriteLineAsync($"Eller med ethvert Azure-verktøy, til containeren incoming: {run.Landing}");
            await output.Out.FlushAsync(cancellation);
            await ShowReceiptsAsync(new ReceiptWatch(system.Storage.Landing), output, cancellation);
            return ExitCode.Good;
        }
        finally
        {
            RunFile.Delete(folder);
        }
    }

    private static async Task<AzuriteProcess> StartAzuriteAsync(string folder, CommandOutput output, CancellationToken cancellation)
    {
        var usual = Ports.IsFree(Ports.Azurite.Blob) && Ports.IsFree(Ports.Azurite.Queue) && Ports.IsFree(Ports.Azurite.Table);
        return await AzuriteProcess.StartAsync(
            new AzuriteOptions
            {
                BlobPort = usual ? Ports.Azurite.Blob : 0,
                QueuePort = usual ? Ports.Azurite.Queue : 0,
                TablePort = usual ? Ports.Azurite.Table : 0,
                DataFolder = Path.Combine(folder, "azurite"),
                AccountCount = 0,
                Accounts = [.. LocalSystemOptions.AccountNames.Values.Where(name => name != AzuriteAccount.DevelopmentName)],
            },
            output.Error.WriteLine, cancellation);
    }

    private static async Task ShowReceiptsAsync(ReceiptWatch watch, CommandOutput output, CancellationToken cancellation)
    {
        var first = true;
        while (!cancellation.IsCancellationRequested)
        {
            foreach (var (address, receipt) in await watch.LookAsync("", CancellationToken.None))
            {
                if (!first)
                {
                    await output.Out.WriteLineAsync($"{receipt.CompletedAt:HH:mm:ss} {ReceiptText.Name(receipt.Status)}: {receipt.Counts.Accepted} av {receipt.Counts.Read} mottatt  receipts/{address}");
                }
            }

            first = false;
            await output.Out.FlushAsync(CancellationToken.None);
            await Task.WhenAny(Task.Delay(Look, CancellationToken.None), Task.Delay(Timeout.Infinite, cancellation));
        }
    }
}

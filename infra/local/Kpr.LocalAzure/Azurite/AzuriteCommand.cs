using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Kpr.LocalAzure.Azurite;

/// <summary>How an Azurite is started: its command line and its accounts.</summary>
internal static class AzuriteCommand
{
    public static ProcessStartInfo Of(AzuriteInstallation installation, AzuriteOptions options, string prefix, string key)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] fixedArguments = ["--silent", "--disableTelemetry", "--skipApiVersionCheck"];
        string[] storage = options.DataFolder is null
            ? ["--inMemoryPersistence", "--extentMemoryLimit", Text(options.MemoryLimitMegabytes)]
            : ["--location", Directory.CreateDirectory(options.DataFolder).FullName];
        (string Name, int Port)[] services = [("blob", options.BlobPort), ("queue", options.QueuePort), ("table", options.TablePort)];

        start.ArgumentList.Add(installation.StartScript);
        foreach (var argument in fixedArguments.Concat(storage))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, port) in services)
        {
            // A kept-alive connection that the server drops at the wrong moment would be a retry, and retries are I/O calls.
            string[] arguments = [$"--{name}Host", "127.0.0.1", $"--{name}Port", Text(port), $"--{name}KeepAliveTimeout", "3600"];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }
        }

        var accounts = new StringBuilder($"{AzuriteAccount.DevelopmentName}:{AzuriteAccount.DevelopmentKey}");
        foreach (var name in options.Accounts)
        {
            accounts.Append(';').Append(name).Append(':').Append(AzuriteAccount.DevelopmentKey);
        }

        for (var number = 1; number <= options.AccountCount; number++)
        {
            accounts.Append(';').Append(AccountName(prefix, number)).Append(':').Append(key);
        }

        start.Environment["AZURITE_ACCOUNTS"] = accounts.ToString();
        return start;
    }

    public static string AccountName(string prefix, int number) => prefix + number.ToString("d3", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

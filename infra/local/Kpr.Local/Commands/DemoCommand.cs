using System.CommandLine;
using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Kpr.Local.Demo;
using Kpr.Local.Running;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Commands;

/// <summary><c>kpr demo</c>: the main job, shown on a small set of files, beside anything else that runs.</summary>
internal static class DemoCommand
{
    private const string KeyVariable = "KPR_FUNCTIONS_KEY";

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var target = new Option<Uri?>("--target")
        {
            HelpName = "URL",
            Description = "Spill scenariet utenfra mot et system som kjører: adressen til HTTP-funksjonene. Krever --storage.",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                {
                    return new Uri(url.AbsoluteUri.TrimEnd('/') + "/");
                }

                result.AddError($"{result.Tokens[0].Value} er ikke en http-adresse.");
                return null;
            },
        };
        var storage = new Option<string?>("--storage") { HelpName = "CONNECTION", Description = "Tilkoblingsstreng til lagringskontoen som filer lander i." };
        var command = new Command("demo", "Vis hovedjobben: filer inn, kvitteringer ut, og tre saker fram til tabell og uttrekk.") { target, storage };
        command.Validators.Add(result =>
        {
            if (result.GetResult(target) is null != result.GetResult(storage) is null)
            {
                result.AddError("--target og --storage hører sammen: gi begge eller ingen.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var good = false;
            try
            {
                var folder = FreshFolder();
                good = parsed.GetValue(target) is { } url
                    ? await PlayOutsideAsync(url, parsed.GetValue(storage)!, folder, output, cancellation)
                    : await new DemoRun(folder, output).PlayAsync(cancellation);
            }
            catch (Exception e) when (e is TimeoutException or AzuriteUnavailableException or HttpRequestException or RequestFailedException or AggregateException or FormatException)
            {
                await output.Error.WriteLineAsync(e.Message);
            }

            await output.Out.WriteLineAsync(good ? "demo: ok" : "demo: failed");
            return good ? ExitCode.Good : ExitCode.JudgedBad;
        });
        return command;
    }

    // Blobs and HTTP only. The key of a function in Azure comes from the environment: it does not belong on a command line.
    private static async Task<bool> PlayOutsideAsync(Uri target, string storage, string folder, CommandOutput output, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = target };
        if (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key)
        {
            http.DefaultRequestHeaders.Add("x-functions-key", key);
        }

        var scenario = new DemoScenario(new BlobServiceClient(storage), http, folder, output) { Reconcile = new Uri("admin/functions/ReconcileInbox", UriKind.Relative) };
        var receipts = await scenario.PlayAsync(cancellation);
        var report = new DemoReport(output.Out);
        report.WriteReceipts(receipts);
        report.WriteFindings(receipts);
        return report.WriteDifferences(receipts);
    }

    private static string FreshFolder()
    {
        var demos = Path.GetFullPath(Path.Combine(RunFile.StateFolder, "demo"));
        Directory.CreateDirectory(demos);
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(demos, string.Create(CultureInfo.InvariantCulture, $"{number:D3}"));
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                return folder;
            }
        }
    }
}

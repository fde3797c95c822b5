using System.CommandLine;
using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Local.Running;

namespace Kpr.Local.Commands;

/// <summary><c>kpr upload</c>: uploads a file to the system that <c>kpr run</c> runs here, and waits for its receipt.</summary>
internal static class UploadCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var file = new Argument<FileInfo>("FILE") { HelpName = "FILE", Description = "Filen som skal sendes." };
        var feed = new Option<string>("--feed") { HelpName = "F", Required = true, Description = $"Strømmen: {string.Join(", ", Feeds.All.Select(known => known.Name))}." };
        var sender = new Option<string>("--sender") { HelpName = "S", Required = true, Description = "Kommunenummer eller organisasjonsnummer." };
        var command = new Command("upload", "Send en fil til systemet som kjører her, og vent på kvitteringen.") { file, feed, sender };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(feed), parsed.GetRequiredValue(sender), output, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string feed, string sender, CommandOutput output, CancellationToken cancellation)
    {
        if (!file.Exists || Feeds.Find(feed) is null || RunFile.Find(RunFile.StateFolder) is not { } run)
        {
            await output.Error.WriteLineAsync(
                !file.Exists ? $"Finner ikke filen: {file}"
                : Feeds.Find(feed) is null ? $"Ukjent strøm: {feed}"
                : "Systemet kjører ikke her. Start det med: kpr run");
            return ExitCode.Usage;
        }

        var landing = new BlobServiceClient(run.Landing);
        var sent = await SendAsync(landing, file.FullName, Feeds.Find(feed)!, sender, cancellation);

        using var http = new HttpClient { BaseAddress = new Uri(run.Http) };
        while (true)
        {
            var (state, address, reason) = await FileStatusHttp.FindAsync(http, sent.Key, cancellation);
            if (state is FileState.Failed or FileState.Refused)
            {
                await output.Error.WriteLineAsync($"Filen ble ikke tatt imot: {reason}");
                return ExitCode.JudgedBad;
            }

            if (address is not null)
            {
                var content = (await landing.GetBlobContainerClient(Containers.Receipts).GetBlobClient(address).DownloadContentAsync(cancellation)).Value.Content;
                var receipt = JsonSerializer.Deserialize(content, ReceiptJson.Indented.Receipt)!;
                await output.Out.WriteAsync(ReceiptText.Write(receipt));
                await output.Out.WriteLineAsync($"receipts/{address}");
                return receipt.Status == ReceiptStatus.Accepted ? ExitCode.Good : ExitCode.JudgedBad;
            }

            await Task.Delay(Look, cancellation);
        }
    }

    // The file that is answered comes last.
    private static async Task<IncomingFile> SendAsync(BlobServiceClient landing, string file, Feed feed, string sender, CancellationToken cancellation)
    {
        IncomingFile? sent = null;
        foreach (var path in OutgoingFiles.Of(file, feed))
        {
            var name = OutgoingFiles.InboxName(path, feed, sender);
            await using var content = File.OpenRead(path);
            var uploaded = await landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
            sent = IncomingFile.Of(name, uploaded.Value.ETag.ToString());
        }

        return sent!;
    }
}

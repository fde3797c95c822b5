using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Azurite;

namespace Kpr.LocalAzure.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_answers_when_started_and_is_gone_when_disposed()
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { AccountCount = 1 });
        using var node = Process.GetProcessById(azurite.ProcessId);
        var account = azurite.NextAccount();

        await new BlobContainerClient(account.ConnectionString, "files").CreateIfNotExistsAsync();
        await new TableClient(azurite.DevelopmentAccount.ConnectionString, "rows").CreateIfNotExistsAsync();
        Assert.Throws<InvalidOperationException>(azurite.NextAccount);
        await azurite.DisposeAsync();

        Assert.True(node.HasExited);
    }

    [Fact]
    public async Task Accounts_are_apart_and_never_handed_out_twice()
    {
        var one = await SharedAzurite.NextAccountAsync();
        var two = await SharedAzurite.NextAccountAsync();
        await new BlobContainerClient(one.ConnectionString, "files").CreateIfNotExistsAsync();

        Assert.NotEqual(one.Name, two.Name);
        Assert.Matches("^[a-z0-9]{3,24}$", one.Name);
        Assert.False((await new BlobContainerClient(two.ConnectionString, "files").ExistsAsync()).Value);
        Assert.Same(await SharedAzurite.GetAsync(), await SharedAzurite.GetAsync());
    }

    [Fact]
    public async Task What_is_on_disk_is_there_after_a_stop()
    {
        var options = new AzuriteOptions { DataFolder = _folder, AccountCount = 0 };
        await using (var first = await AzuriteProcess.StartAsync(options))
        {
            await WriteAsync(first.DevelopmentAccount.ConnectionString);
        }

        await using var second = await AzuriteProcess.StartAsync(options);
        await AssertWrittenAsync(second.DevelopmentAccount.ConnectionString);
    }

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        var running = await SharedAzurite.GetAsync();

        var failed = await Assert.ThrowsAsync<AzuriteUnavailableException>(() => AzuriteProcess.StartAsync(new AzuriteOptions { BlobPort = running.BlobEndpoint.Port }));

        Assert.Contains("EADDRINUSE", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_and_saves_when_the_holder_of_its_input_is_killed()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The pipeline below is a Unix shell's; the pipe breaks the same way on Windows.
        }

        // Stands for a parent that is killed: a process whose only tie to Azurite is the other end of the pipe.
        var installation = await AzuriteInstallation.EnsureAsync();
        var pipeline =
            """
            sh -c 'echo "holder $$" >&2; exec sleep 600' | sh -c 'echo "node $$"; exec node "$0" --location "$1" --blobPort 0 --queuePort 0 --tablePort 0 --silent --disableTelemetry --skipApiVersionCheck' "$0" "$1"
            """;
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", pipeline, installation.StartScript, _folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var holder = Process.GetProcessById(int.Parse((await shell.StandardError.ReadLineAsync())!["holder ".Length..], CultureInfo.InvariantCulture));
        using var node = Process.GetProcessById(int.Parse((await shell.StandardOutput.ReadLineAsync())!["node ".Length..], CultureInfo.InvariantCulture));
        var endpoints = new Dictionary<string, string>();
        while (endpoints.Count < 3 && await shell.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(" service is successfully listening at ") is [var service, var endpoint])
            {
                endpoints[service] = endpoint;
            }
        }

        await WriteAsync($"AccountName={AzuriteAccount.DevelopmentName};AccountKey={AzuriteAccount.DevelopmentKey};BlobEndpoint={endpoints["Azurite Blob"]}/devstoreaccount1;TableEndpoint={endpoints["Azurite Table"]}/devstoreaccount1");
        holder.Kill();
        await shell.WaitForExitAsync();

        Assert.True(node.HasExited);
        await using var again = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = _folder, AccountCount = 0 });
        await AssertWrittenAsync(again.DevelopmentAccount.ConnectionString);
    }

    private static async Task WriteAsync(string connectionString)
    {
        var container = new BlobContainerClient(connectionString, "files");
        await container.CreateIfNotExistsAsync();
        await container.GetBlobClient("b").UploadAsync(BinaryData.FromString("kept"));
        var table = new TableClient(connectionString, "rows");
        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Text"] = "kept" });
    }

    private static async Task AssertWrittenAsync(string connectionString)
    {
        var blob = new BlobClient(connectionString, "files", "b");
        Assert.Equal("kept", (await blob.DownloadContentAsync()).Value.Content.ToString());
        var row = await new TableClient(connectionString, "rows").GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal("kept", row.Value.GetString("Text"));
    }
}

using System.Text;
using Azure.Storage.Blobs;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.LocalAzure.Azurite;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Tests.Operations;

public sealed class AuditLogTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(1_000)]
    public async Task A_chain_that_has_grown_long_goes_on_from_its_last_line_however_long_that_is(int cases)
    {
        var account = await SharedAzurite.NextAccountAsync();
        var container = new BlobServiceClient(account.ConnectionString).GetBlobContainerClient(Containers.Audit);
        await container.CreateIfNotExistsAsync();
        var log = new AuditLog(
            new StorageAccounts(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Audit", (string?)account.ConnectionString)]).Build()), TimeProvider.System);
        var read = new AuditEvent(DateTimeOffset.UnixEpoch, "handler:1", "list-read", "list-handler", "hds", string.Join(' ', Enumerable.Range(0, cases).Select(number => $"sak-{number:0000000000000000}")))
        {
            Once = false, Chain = "lists/1970-01-01/long.jsonl",
        };
        for (var i = 0; i < 20; i++)
        {
            await log.AppendAsync(read, CancellationToken.None);
        }

        var bytes = (await container.GetBlobClient(read.Chain).DownloadContentAsync()).Value.Content.ToArray();
        Assert.InRange(bytes.Length, 64 * 1024, 1_000_000);
        Assert.Null(AuditLog.FirstBroken(bytes));
        Assert.Equal(20, Encoding.UTF8.GetString(bytes).Count(letter => letter == '\n'));
    }
}

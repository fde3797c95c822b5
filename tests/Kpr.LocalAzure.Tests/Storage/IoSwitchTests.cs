using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Tests.Azurite;

namespace Kpr.LocalAzure.Tests.Storage;

/// <summary>Storage clients ask the I/O switch on both sides of every try.</summary>
public sealed class IoSwitchTests : AzuriteFixture
{
    private IoSwitch Switch => IoSwitch.Of(Account.Name);

    [Fact]
    public async Task Every_request_is_told_with_method_and_path()
    {
        var calls = new List<(IoCall Call, IoPhase Phase)>();
        Switch.OnCall = (call, phase) => calls.Add((call, phase));

        await NewContainer().CreateIfNotExistsAsync();
        await NewContainer().GetBlobClient("a b/c").ExistsAsync();
        await NewTable().CreateIfNotExistsAsync();
        await NewTable().DeleteEntityAsync("p", "r");

        string[] expected =
        [
            "1 blob PUT files", "2 blob HEAD files/a%20b/c", "3 table POST Tables", "4 table DELETE rows(PartitionKey='p',RowKey='r')",
        ];
        Assert.Equal(
            expected.SelectMany(call => new[] { call + " Before", call + " After" }),
            calls.Select(seen => $"{seen.Call.Number} {seen.Call.Service} {seen.Call.Operation} {seen.Call.Target} {seen.Phase}"));
    }

    [Theory]
    [InlineData(IoPhase.Before)]
    [InlineData(IoPhase.After)]
    public async Task A_stop_is_thrown_as_it_is_and_never_tried_again(IoPhase phase)
    {
        var container = NewContainer();
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient("b");
        Switch.StopAt(Switch.Count + 1, phase);

        var stop = await Assert.ThrowsAsync<IoStopException>(() => blob.UploadAsync(BinaryData.FromString("x")));

        Assert.Equal((phase, 2L, 2L), (stop.Phase, stop.Call.Number, Switch.Count));
        await Assert.ThrowsAsync<IoStopException>(() => blob.ExistsAsync());

        // The next run has a new switch; clients of the stopped run stay stopped.
        IoSwitch.Forget(Account.Name);
        Assert.Equal(phase == IoPhase.After, (await NewContainer().GetBlobClient("b").ExistsAsync()).Value);
        await Assert.ThrowsAsync<IoStopException>(() => blob.ExistsAsync());
    }

    [Theory]
    [InlineData(IoPhase.Before, 0)]
    [InlineData(IoPhase.After, 1)]
    public async Task Table_calls_stop_too(IoPhase phase, int rows)
    {
        var table = NewTable();
        await table.CreateIfNotExistsAsync();
        Switch.StopAt(Switch.Count + 1, phase);

        await Assert.ThrowsAsync<IoStopException>(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "r"))]));

        IoSwitch.Forget(Account.Name);
        Assert.Equal(rows, await NewTable().QueryAsync<TableEntity>().CountAsync());
    }

    [Fact]
    public async Task A_network_fault_is_tried_again_as_another_call()
    {
        var options = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1) } };
        Switch.OnCall = (call, phase) =>
        {
            if (call.Number <= 2 && phase == IoPhase.Before)
            {
                throw new IOException("The network is gone.");
            }
        };

        Assert.False((await new BlobContainerClient(Account.ConnectionString, "files", options).ExistsAsync()).Value);

        Assert.Equal(3, Switch.Count);
    }

    private BlobContainerClient NewContainer() => new(Account.ConnectionString, "files");

    private TableClient NewTable() => new(Account.ConnectionString, "rows");
}

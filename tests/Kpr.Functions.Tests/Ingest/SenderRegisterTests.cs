using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Tests.Ingest;

public sealed class SenderRegisterTests
{
    [Fact]
    public async Task Without_a_list_every_sender_is_taken_and_with_one_only_those_on_it()
    {
        await using var test = await TestSystem.StartAsync();
        var senders = test.Get<SenderRegister>();
        Assert.Null(await senders.GetAsync(default));

        await test.System.Storage.Landing.GetBlobContainerClient(Containers.Reference).GetBlobClient("senders.csv")
            .UploadAsync(BinaryData.FromString("sender;name\n4601;Bergen\n"));
        Assert.Null(await senders.GetAsync(default));
        test.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(["4601"], await senders.GetAsync(default));

        await test.UploadAsync("care-events/0301/hendelser.xml", new CareEventDocument().Add().ToString());
        await test.SettleAsync();
        await test.AssertTidyAsync();
        var receipt = await test.ReceiptAsync("");
        Assert.Equal((ReceiptStatus.Rejected, "F07"), (receipt.Status, Assert.Single(receipt.Rules).Key));
    }
}

using Kpr.Core.Receipts;
using Kpr.Core.Tests.CareEvents;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests.Ingest;

public sealed class IntakeTests
{
    [Fact]
    public async Task A_clean_file_lands_in_the_register_and_is_answered()
    {
        await using var test = await TestSystem.StartAsync();
        await test.UploadAsync("care-events/0301/hendelser.xml", new CareEventDocument().Add().Add().Add().ToString());
        await test.SettleAsync();

        Assert.DoesNotContain(test.Logs.All, line => line.Level >= LogLevel.Warning);
        var receipt = await test.ReceiptAsync("care-events/0301/hendelser.xml");
        Assert.Equal(ReceiptStatus.Accepted, receipt.Status);
        Assert.Equal(new ReceiptCounts(3, 3, 0, 0, 0), receipt.Counts);
        Assert.Contains("care-events/2026/0301/manifest.json", await test.ListAsync(Containers.Register));
        Assert.Single(await test.ListAsync(Containers.Identity));
        Assert.Empty(await test.ListAsync(Containers.Incoming));
        Assert.Empty(await test.ListAsync(Containers.Work));
        Assert.Single(await test.ListAsync(Containers.Archive));
    }
}

using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Extracts;
using Kpr.LocalAzure.Durable.Testing;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Tests.Extracts;

public sealed class DeliveryFlowTests
{
    [Fact]
    public void Every_file_is_encrypted_into_one_folder_before_the_delivery_is_finished_and_settled()
    {
        var play = Play(files: 20).Start("x1");

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Delivered"), (play.Status, play.OutputAs<string>()));
        var parts = play.Calls.Where(call => call.Name == nameof(DeliverFile)).Select(call => call.InputAs<DeliveryPart>()!).ToList();
        Assert.Equal(Enumerable.Range(0, 20), parts.Select(part => part.Number));
        var folder = Assert.Single(parts.Select(part => part.Folder).Distinct());
        Assert.Matches("^x1/[0-9a-f]{32}$", folder);
        var end = play.Calls.Single(call => call.Name == nameof(FinishDelivery)).InputAs<DeliveryEnd>()!;
        Assert.Equal((folder, 20), (end.Folder, end.Files.Count));
        Assert.Equal([nameof(FinishDelivery), nameof(SettleDelivery)], play.Calls.Select(call => call.Name).TakeLast(2));
    }

    [Fact]
    public void What_may_not_be_delivered_is_settled_without_a_file()
    {
        var play = Play(files: 0).Start("x1");

        Assert.Equal([nameof(BeginDelivery), nameof(SettleDelivery)], play.Calls.Select(call => call.Name));
    }

    /// <summary>The file beside this one. Never change it: give the flow a new version. Written by KPR_WRITE_GOLDEN=1 where it is not there.</summary>
    [Fact]
    public void What_was_begun_by_earlier_code_goes_on_under_todays() =>
        GoldenFile.Holds("delivery-delivered.json", () => Play(files: 12).Start("x1"), DeliveryFlow.RunAsync);

    private static OrchestrationPlay Play(int files) => OrchestrationPlay.Of(DeliveryFlow.Name, DeliveryFlow.RunAsync)
        .Answer(nameof(BeginDelivery), _ => files)
        .Answer(nameof(DeliverFile), call => new ExtractFile($"file-{call.InputAs<DeliveryPart>()!.Number}", 1, "00"))
        .Answer(nameof(FinishDelivery), _ => 0)
        .Answer(nameof(SettleDelivery), _ => ExtractStatus.Delivered);
}

using Azure.Storage.Blobs;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Extracts.Package;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Extracts;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>A delivery to an analysis room: into a container of somebody else's account, which the settings name.</summary>
public sealed class RoomTests
{
    private const string Room = "rom-1";
    private const string Container = "prosjekt-e1";

    [Fact]
    public async Task A_package_is_put_into_the_room_whole_and_nowhere_else_and_is_taken_out_when_it_is_recalled()
    {
        var account = await SharedAzurite.NextAccountAsync();
        var room = new BlobServiceClient(account.ConnectionString).GetBlobContainerClient(Container);
        await room.CreateIfNotExistsAsync();
        await room.GetBlobClient("andres/arbeid.txt").UploadAsync(BinaryData.FromString("Rommets eget."));
        await using var test = await TestSystem.StartAsync(options => TestSystem.With([
            ($"Kpr:Rooms:{Room}:Account", "RoomOne"), ($"Kpr:Rooms:{Room}:Container", Container), ("RoomOne", account.ConnectionString)])(ExtractWorld.Apps(options)));
        using var world = await ExtractTests.BeginAsync(test);
        await world.OrderAsync();
        await test.SettleAsync();
        await world.ReleaseAsync(room: Room);
        await test.SettleAsync();

        var state = await world.StateAsync();
        Assert.Equal((ExtractStatus.Delivered, Room), (state.Status, state.Delivery!.Room));
        Assert.Equal(
            state.Delivery.Files.Select(file => $"{state.Delivery.Folder}/{file.Name}").Append("andres/arbeid.txt").Order(StringComparer.Ordinal), await NamesAsync(room));
        Assert.Empty(await test.ListAsync(Containers.Deliveries));
        var opened = await world.OpenAsync();
        Assert.Contains(DeliveryManifest.FileName, opened.Keys);
        Assert.NotEmpty(ExtractWorld.Rows(opened["regning.csv"]));
        Assert.Single(await test.ListAsync(Containers.Audit, "disclosures/"));

        await world.MoveAsync(played => played.Do(Actors.Kpr, new RecallOrder(ExtractWorld.Order, "Feil utvalg.")));
        await world.Get<SweepExtracts>().RunAsync(default);
        Assert.NotNull((await world.StateAsync()).Delivery!.DeletedAt);
        Assert.Equal(["andres/arbeid.txt"], await NamesAsync(room));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }
}

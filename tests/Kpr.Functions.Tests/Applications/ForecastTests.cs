using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;

namespace Kpr.Functions.Tests.Applications;

public sealed class ForecastTests
{
    [Fact]
    public async Task The_forecast_counts_own_history_in_working_days_and_tells_no_small_group()
    {
        using var parts = await CaseParts.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            // Data of the i-th were there i weeks after they could have been.
            var play = new TestCase().Ordered("kpr").After(7 * i).Released("kpr-1").Do(Actors.Applicant, new ConfirmReceipt());
            await PutAsync(parts, play, $"sak-{i}");
        }

        await PutAsync(parts, new TestCase().Ordered("npr").Released("npr-1"), "sak-npr");
        await PutAsync(parts, new TestCase().Review(), "sak-waiting");

        var view = await parts.Get<Forecast>().OfAsync(CancellationToken.None);
        var group = Assert.Single(view.Sources);
        Assert.Equal(("kpr", 6), (group.Name, group.Cases));
        Assert.Equal(new[] { 5, 10, 20, 25 }, new[] { group.P25, group.P50, group.P75, group.P90 }.Select(days => days - group.P25 + 5));
        Assert.Equal(7, Assert.Single(view.Kinds).Cases);

        await PutAsync(parts, new TestCase().Ordered("kpr").Released("kpr-1"), "sak-new");
        Assert.Equal(7, Assert.Single((await parts.Get<Forecast>().OfAsync(CancellationToken.None)).Kinds).Cases);
        parts.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(8, Assert.Single((await parts.Get<Forecast>().OfAsync(CancellationToken.None)).Kinds).Cases);
    }

    private static async Task PutAsync(CaseParts parts, TestCase play, string id)
    {
        var state = play.State with { Id = id };
        Assert.True(await parts.Store.AppendAsync(new Commit(StoredCase.None(id), state, play.Events, null, []), CancellationToken.None));
        await parts.Get<ListStore>().AssertAsync(id, WorkLists.Of(state).Keys, CancellationToken.None);
    }
}

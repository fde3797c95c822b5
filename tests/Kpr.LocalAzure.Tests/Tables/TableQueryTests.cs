using Azure.Data.Tables;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class TableQueryTests : TableTest
{
    [Fact]
    public async Task QueryAsync_is_in_ordinal_order_of_the_keys()
    {
        string[] keys = ["-", "10", "2", "B", "Ord", "_", "a", "a b", "b", "ord", "é"];
        foreach (var key in keys.Reverse())
        {
            await Table.AddEntityAsync(new TableEntity(key, key));
        }

        Assert.Equal(keys, await KeysAsync(null));
    }

    [Fact]
    public async Task QueryAsync_sends_nothing_before_the_first_row_is_asked_for()
    {
        var before = IoSwitch.Of(Account.Name).Count;
        var query = Table.QueryAsync<TableEntity>();
        Assert.Equal(before, IoSwitch.Of(Account.Name).Count);

        var page = Assert.Single(await query.AsPages().ToListAsync());
        Assert.Empty(page.Values);
        Assert.Null(page.ContinuationToken);
    }

    [Theory]
    [InlineData(4, new[] { 4, 4, 1 })]
    [InlineData(3, new[] { 3, 3, 3 })]
    public async Task QueryAsync_cuts_pages(int size, int[] counts)
    {
        foreach (var number in Enumerable.Range(1, 9))
        {
            await Table.AddEntityAsync(new TableEntity("p", $"r{number}"));
        }

        var pages = await Table.QueryAsync<TableEntity>(maxPerPage: size).AsPages().ToListAsync();

        Assert.Equal(counts, pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        Assert.Equal(2, pages[0].ContinuationToken!.Split(' ').Length);
        Assert.Equal(9, await Table.QueryAsync<TableEntity>(maxPerPage: size).CountAsync());
        var second = await Table.QueryAsync<TableEntity>(maxPerPage: size).AsPages(pages[0].ContinuationToken).FirstAsync();
        Assert.Equal($"r{size + 1}", second.Values[0].RowKey);
    }

    [Fact]
    public async Task QueryAsync_filters_and_selects()
    {
        await Table.AddEntityAsync(new TableEntity("p", "1") { ["Text"] = "it's", ["Int"] = 1, ["Long"] = 5L });
        await Table.AddEntityAsync(new TableEntity("p", "2") { ["Text"] = "b", ["Int"] = 2, ["Time"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) });

        Assert.Equal(["1"], await KeysAsync(TableClient.CreateQueryFilter($"Text eq {"it's"}")));
        Assert.Equal(["1"], await KeysAsync(TableClient.CreateQueryFilter($"Long eq {5L} and PartitionKey eq {"p"}")));
        Assert.Equal(["2"], await KeysAsync(TableClient.CreateQueryFilter($"Time ge {new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1))}")));
        Assert.Equal(["2"], await KeysAsync("PartitionKey eq 'p' and RowKey gt '1'"));
        Assert.Empty(await KeysAsync("Unknown ne 'x'"));
        Assert.Empty(await KeysAsync("Int eq '1'"));
        await RefusedAsync(() => KeysAsync("not a filter ("), 400, "InvalidInput");

        var selected = await Table.QueryAsync<TableEntity>("RowKey eq '1'", select: ["Int"]).SingleAsync();
        Assert.Equal((1, false), (selected.GetInt32("Int"), selected.ContainsKey("Text")));
    }

    [Fact]
    public void CreateQueryFilter_writes_literals()
    {
        var guid = Guid.NewGuid();
        var time = new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1));
        string? nothing = null;

        Assert.Equal("A eq 'o''clock' and B eq 5L and C eq 1.5 and D eq 2", TableClient.CreateQueryFilter($"A eq {"o'clock"} and B eq {5L} and C eq {1.5} and D eq {2.0}"));
        Assert.Equal($"A eq true and B eq guid'{guid}' and C eq 7", TableClient.CreateQueryFilter($"A eq {true} and B eq {guid} and C eq {7}"));
        Assert.Equal("A eq datetime'2026-01-02T03:04:05Z' and B eq datetime'2026-01-02T03:04:05Z'", TableClient.CreateQueryFilter($"A eq {time} and B eq {time.UtcDateTime}"));
        Assert.Equal("A eq X'0102' and B eq null", TableClient.CreateQueryFilter($"A eq {new byte[] { 1, 2 }} and B eq {nothing}"));
        var error = Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {DayOfWeek.Friday}"));
        Assert.StartsWith("Unable to convert argument 0", error.Message, StringComparison.Ordinal);
    }

    private async Task<List<string>> KeysAsync(string? filter) => await Table.QueryAsync<TableEntity>(filter).Select(row => row.RowKey).ToListAsync();
}

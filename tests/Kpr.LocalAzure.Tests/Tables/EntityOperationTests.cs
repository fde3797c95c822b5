using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class EntityOperationTests : TableTest
{
    private static TableEntity Row(string value = "v") => new("p", "r") { ["Text"] = value };

    [Fact]
    public async Task GetEntityAsync_of_a_missing_row_is_404()
    {
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>("p", "r"), 404, "ResourceNotFound");

        var none = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Assert.False(none.HasValue);
        Assert.Equal(404, none.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        await Assert.ThrowsAsync<NullReferenceException>(() => Table.GetEntityAsync<TableEntity>(null!, "r"));
    }

    [Fact]
    public async Task AddEntityAsync_answers_with_the_tag_and_leaves_the_object_alone()
    {
        var row = Row();
        row.Timestamp = DateTimeOffset.UnixEpoch; // never sent

        var added = await Table.AddEntityAsync(row);

        Assert.Equal(204, added.Status);
        Assert.Matches("""^W/"datetime'\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\d\.\d{7}Z'"$""", added.Headers.ETag.ToString());
        Assert.Equal(default, row.ETag);
        Assert.Equal(DateTimeOffset.UnixEpoch, row.Timestamp);
        var read = await ReadAsync();
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.True(read.Timestamp > DateTimeOffset.UnixEpoch);
        Assert.Equal(["PartitionKey", "RowKey", "Text", "Timestamp", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AddEntityAsync_of_an_existing_row_is_409()
    {
        await Table.AddEntityAsync(Row());
        var refused = await RefusedAsync(() => Table.AddEntityAsync(Row()), 409, "EntityAlreadyExists");
        Assert.Equal(TableErrorCode.EntityAlreadyExists, refused.ErrorCode);
    }

    [Fact]
    public async Task AddEntityAsync_without_a_key_is_refused_here()
    {
        var missing = await Assert.ThrowsAsync<ArgumentNullException>(() => Table.AddEntityAsync(new TableEntity { RowKey = "r" }));
        Assert.Equal("PartitionKey", missing.ParamName);

        await Table.AddEntityAsync(new TableEntity("", ""));
        Assert.Equal("", (await ReadAsync("", "")).RowKey);
    }

    [Fact]
    public async Task UpdateEntityAsync_demands_a_tag_and_a_row()
    {
        var empty = await Assert.ThrowsAsync<ArgumentException>(() => Table.UpdateEntityAsync(Row(), default));
        Assert.Equal("ifMatch", empty.ParamName);
        Assert.StartsWith("Value cannot be empty.", empty.Message, StringComparison.Ordinal);

        await RefusedAsync(() => Table.UpdateEntityAsync(Row(), ETag.All), 404, "ResourceNotFound");
        var first = (await Table.AddEntityAsync(Row())).Headers.ETag!.Value;
        var second = (await Table.UpdateEntityAsync(Row(), first)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        await RefusedAsync(() => Table.UpdateEntityAsync(Row(), first), 412, "UpdateConditionNotSatisfied");
        await RefusedAsync(() => Table.UpdateEntityAsync(Row(), new ETag("\"0x1\""), TableUpdateMode.Replace), 400, "InvalidInput");
        await Table.UpdateEntityAsync(Row(), ETag.All);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task Merge_keeps_and_replace_drops_what_is_not_named(TableUpdateMode mode, bool kept)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = 1, ["Changed"] = "one" });

        await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["Changed"] = 2L }, ETag.All, mode);
        var updated = await ReadAsync();
        Assert.Equal((kept, 2L), (updated.ContainsKey("Old"), updated.GetInt64("Changed")));

        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["New"] = true }, mode);
        var upserted = await ReadAsync();
        Assert.Equal((kept, true), (upserted.ContainsKey("Changed"), upserted.GetBoolean("New")));
    }

    [Fact]
    public async Task Merge_is_the_default_and_a_null_takes_nothing_away()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = null });
        await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, ETag.All);

        var row = await ReadAsync();
        Assert.Equal((1, 2, 3), (row.GetInt32("A"), row.GetInt32("B"), row.GetInt32("C")));
    }

    [Fact]
    public async Task DeleteEntityAsync_forgives_a_missing_row()
    {
        var missing = await Table.DeleteEntityAsync("p", "r");
        Assert.Equal((404, true), (missing.Status, missing.IsError));
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r", new ETag("W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\""))).Status);

        await Table.AddEntityAsync(Row());
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r")).Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task DeleteEntityAsync_looks_at_the_tag_given_and_not_at_the_row_s_own()
    {
        await Table.AddEntityAsync(Row());
        var stale = await ReadAsync();
        await Table.UpsertEntityAsync(Row("newer"));

        await RefusedAsync(() => Table.DeleteEntityAsync("p", "r", stale.ETag), 412, "UpdateConditionNotSatisfied");
        await RefusedAsync(() => Table.DeleteEntityAsync(stale, stale.ETag), 412, "UpdateConditionNotSatisfied");
        Assert.Equal(204, (await Table.DeleteEntityAsync(stale)).Status);
    }

    [Fact]
    public async Task A_row_read_can_be_written_back()
    {
        await Table.AddEntityAsync(Row());
        var row = await ReadAsync();
        row["Text"] = "changed";

        await Table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        Assert.Equal("changed", (await ReadAsync()).GetString("Text"));
    }

    [Fact]
    public async Task Select_reads_only_the_listed_columns()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r", ["B", "Unknown"])).Value;

        Assert.Equal((2, false), (row.GetInt32("B"), row.ContainsKey("A")));
        Assert.NotEqual(default, row.ETag);
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("a b%25+&:,()")]
    [InlineData("Ærø 日本")]
    public async Task Keys_with_odd_characters_are_found_again(string key)
    {
        await Table.AddEntityAsync(new TableEntity(key, key) { ["V"] = 1 });
        await Table.UpdateEntityAsync(new TableEntity(key, key) { ["V"] = 2 }, ETag.All);
        Assert.Equal(2, (await ReadAsync(key, key)).GetInt32("V"));
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key)).Status);
    }

    [Theory]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\\b")]
    [InlineData("a\tb")]
    public async Task Keys_with_forbidden_characters_are_400(string key)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity(key, "r")));
        Assert.Equal(400, refused.Status);
    }

    [Fact]
    public async Task A_text_of_more_than_32_Ki_characters_is_400()
    {
        await Table.UpsertEntityAsync(Row(new string('x', 32 * 1024)));
        await RefusedAsync(() => Table.UpsertEntityAsync(Row(new string('x', (32 * 1024) + 1))), 400, "PropertyValueTooLarge");
    }

    [Fact]
    public async Task A_cancelled_token_cancels() =>
        await Assert.ThrowsAsync<TaskCanceledException>(() => Table.AddEntityAsync(Row(), new CancellationToken(canceled: true)));
}

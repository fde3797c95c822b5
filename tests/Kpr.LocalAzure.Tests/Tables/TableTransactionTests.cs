using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class TableTransactionTests : TableTest
{
    [Fact]
    public async Task Every_kind_of_action_is_carried_out_and_answered_in_order()
    {
        foreach (var key in new[] { "merge", "replace", "delete", "umerge" })
        {
            await Table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        }

        var answer = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("a'd d")),
            new(TableTransactionActionType.UpdateMerge, Row("merge")),
            new(TableTransactionActionType.UpdateReplace, Row("replace")),
            new(TableTransactionActionType.Delete, Row("delete")),
            new(TableTransactionActionType.UpsertMerge, Row("umerge")),
            new(TableTransactionActionType.UpsertReplace, Row("fresh")),
        ]);

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal([204, 204, 204, 204, 204, 204], answer.Value.Select(response => response.Status));
        Assert.Equal((await ReadAsync("p", "fresh")).ETag, answer.Value[5].Headers.ETag);
        var rows = await Table.QueryAsync<TableEntity>().ToDictionaryAsync(row => row.RowKey, row => (row.ContainsKey("Old"), row.GetString("Text")));
        Assert.Equal(
            new Dictionary<string, (bool, string?)>
            {
                ["a'd d"] = (false, "blåbær"),
                ["fresh"] = (false, "blåbær"),
                ["merge"] = (true, "blåbær"),
                ["replace"] = (false, "blåbær"),
                ["umerge"] = (true, "blåbær"),
            },
            rows);
    }

    [Fact]
    public async Task One_refused_action_undoes_all()
    {
        await Table.AddEntityAsync(Row("there"));

        var failed = await FailAsync(
            new(TableTransactionActionType.Add, Row("new")),
            new(TableTransactionActionType.Add, Row("there")));

        Assert.Equal((409, "EntityAlreadyExists", 1), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.EntityAlreadyExists, failed.ErrorCode);
        Assert.StartsWith("1:The specified entity already exists.", failed.Message, StringComparison.Ordinal);
        Assert.Equal("1", failed.Data["FailedEntity"]);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "new")).HasValue);
    }

    [Fact]
    public async Task Missing_rows_doubled_rows_and_missing_tables_are_refused()
    {
        foreach (var type in new[] { TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpdateReplace, TableTransactionActionType.Delete })
        {
            var missing = await FailAsync(new TableTransactionAction(type, Row("missing")));
            Assert.Equal((404, "ResourceNotFound", 0), (missing.Status, missing.ErrorCode, missing.FailedTransactionActionIndex));
        }

        var doubled = await FailAsync(new(TableTransactionActionType.UpsertMerge, Row("x")), new(TableTransactionActionType.UpsertMerge, Row("x")));
        Assert.Equal((400, "InvalidDuplicateRow"), (doubled.Status, doubled.ErrorCode));

        var elsewhere = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Service.GetTableClient("missing").SubmitTransactionAsync([new(TableTransactionActionType.Add, Row("x"))]));
        Assert.Equal((404, "TableNotFound"), (elsewhere.Status, elsewhere.ErrorCode));
    }

    [Fact]
    public async Task Only_the_tag_of_the_action_counts()
    {
        await Table.AddEntityAsync(Row("r"));
        var stale = await ReadAsync("p", "r");
        await Table.UpsertEntityAsync(Row("r"));

        var failed = await FailAsync(new TableTransactionAction(TableTransactionActionType.UpdateMerge, stale, stale.ETag));
        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failed.Status, failed.ErrorCode));
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, stale)]);
        var current = (await ReadAsync("p", "r")).ETag;
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, stale, current)]);
    }

    [Fact]
    public async Task Empty_and_null_are_refused_here()
    {
        var empty = await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));
        Assert.Equal("The batch contains no entity operations.", empty.Message);
        var none = await Assert.ThrowsAsync<ArgumentNullException>(() => Table.SubmitTransactionAsync(null!));
        Assert.Equal("transactionalBatch", none.ParamName);
    }

    [Fact]
    public async Task A_hundred_actions_go_and_one_more_does_not()
    {
        await Table.SubmitTransactionAsync(Actions(100));
        Assert.Equal(100, await Table.QueryAsync<TableEntity>().CountAsync());

        // The client sends them; the service refuses.
        var tooMany = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(Actions(101)));
        Assert.Equal(400, tooMany.Status);
    }

    private static IEnumerable<TableTransactionAction> Actions(int count) =>
        Enumerable.Range(1, count).Select(number => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row($"r{number}")));

    private static TableEntity Row(string rowKey) => new("p", rowKey) { ["Text"] = "blåbær" };

    private Task<TableTransactionFailedException> FailAsync(params TableTransactionAction[] actions) =>
        Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(actions));
}

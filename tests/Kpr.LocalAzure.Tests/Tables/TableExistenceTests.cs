using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tests.Tables;

public sealed class TableExistenceTests : TableTest
{
    [Fact]
    public async Task CreateIfNotExistsAsync_of_an_existing_table_answers_with_409_and_a_value()
    {
        var again = await Service.CreateTableIfNotExistsAsync("ROWS");
        Assert.Equal((409, "ROWS"), (again.GetRawResponse().Status, again.Value.Name));

        var fresh = await Service.GetTableClient("fresh").CreateIfNotExistsAsync();
        Assert.Equal("fresh", fresh.Value.Name);
        Assert.InRange(fresh.GetRawResponse().Status, 201, 204);
    }

    [Fact]
    public async Task Without_a_table_reads_are_404_but_for_those_that_forgive()
    {
        var missing = Service.GetTableClient("missing");

        await RefusedAsync(() => missing.GetEntityAsync<TableEntity>("p", "r"), 404, "TableNotFound");
        await RefusedAsync(() => missing.AddEntityAsync(new TableEntity("p", "r")), 404, "TableNotFound");
        await RefusedAsync(() => missing.UpsertEntityAsync(new TableEntity("p", "r")), 404, "TableNotFound");
        await RefusedAsync(() => missing.QueryAsync<TableEntity>().FirstAsync().AsTask(), 404, "TableNotFound");
        Assert.False((await missing.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        Assert.Equal(404, (await missing.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await missing.DeleteAsync()).Status);
    }

    [Fact]
    public async Task DeleteAsync_takes_the_table_away()
    {
        Assert.Equal(204, (await Table.DeleteAsync()).Status);
        await RefusedAsync(() => Table.GetEntityAsync<TableEntity>("p", "r"), 404, "TableNotFound");
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b-c")]
    [InlineData("tables")]
    public async Task Table_names_are_judged_by_the_service(string name) =>
        Assert.Equal(400, (await Assert.ThrowsAsync<RequestFailedException>(() => Service.CreateTableIfNotExistsAsync(name))).Status);

    [Fact]
    public async Task Every_constructor_makes_a_client_of_the_same_account()
    {
        var direct = new TableClient(Account.ConnectionString, "rows");
        await direct.AddEntityAsync(new TableEntity("p", "r"));
        Assert.NotEqual(default, (await ReadAsync()).ETag);
        Assert.Equal((Account.Name, Account.Name, "rows"), (direct.AccountName, Service.AccountName, direct.Name));
        Assert.Equal($"{Service.Uri}/rows", direct.Uri.AbsoluteUri);

        var endpoint = new Uri("https://acc.table.core.windows.net");
        Assert.Equal("acc", new TableServiceClient(endpoint, new NoToken()).AccountName);
        Assert.Equal("acc", new TableClient(endpoint, "rows", new NoToken()).AccountName);
        Assert.Throws<FormatException>(() => new TableServiceClient("nonsense"));
        Assert.Throws<FormatException>(() => new TableServiceClient("AccountName=a"));
    }

    private sealed class NoToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}

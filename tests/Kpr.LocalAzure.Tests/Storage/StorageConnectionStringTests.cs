using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Tests.Storage;

public sealed class StorageConnectionStringTests
{
    [Fact]
    public void Explicit_endpoints_are_taken()
    {
        var account = StorageConnectionString.Parse("AccountName=acc;AccountKey=a2V5==;BlobEndpoint=http://127.0.0.1:1/acc;TableEndpoint=http://127.0.0.1:2/acc;");

        Assert.Equal(("acc", "a2V5=="), (account.AccountName, account.AccountKey));
        Assert.Equal(("http://127.0.0.1:1/acc", "http://127.0.0.1:2/acc"), (account.BlobEndpoint.AbsoluteUri, account.TableEndpoint.AbsoluteUri));
    }

    [Fact]
    public void Endpoints_follow_from_account_protocol_and_suffix()
    {
        var cloud = StorageConnectionString.Parse("AccountName=acc;AccountKey=a2V5");
        Assert.Equal(("https://acc.blob.core.windows.net/", "https://acc.table.core.windows.net/"), (cloud.BlobEndpoint.AbsoluteUri, cloud.TableEndpoint.AbsoluteUri));

        var other = StorageConnectionString.Parse("defaultendpointsprotocol=http; accountname=acc; accountkey=a2V5; endpointsuffix=example.test");
        Assert.Equal("http://acc.blob.example.test/", other.BlobEndpoint.AbsoluteUri);
    }

    [Fact]
    public void Development_storage_is_the_well_known_account()
    {
        var account = StorageConnectionString.Parse("UseDevelopmentStorage=true");

        Assert.Equal((AzuriteAccount.DevelopmentName, "http://127.0.0.1:10000/devstoreaccount1", "http://127.0.0.1:10002/devstoreaccount1"), (account.AccountName, account.BlobEndpoint.AbsoluteUri, account.TableEndpoint.AbsoluteUri));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("=x")]
    [InlineData("AccountName=acc")]
    [InlineData("UseDevelopmentStorage=false")]
    public void What_names_no_account_and_key_is_refused(string connectionString) =>
        Assert.Throws<FormatException>(() => StorageConnectionString.Parse(connectionString));

    [Theory]
    [InlineData("https://acc.blob.core.windows.net/c/b", "acc", "c/b")]
    [InlineData("http://127.0.0.1:10000/acc/c/b%20b", "acc", "c/b%20b")]
    [InlineData("http://localhost:10000/acc", "acc", "")]
    [InlineData("http://azurite:10000/acc/c", "acc", "c")]
    public void The_account_is_in_the_host_or_first_in_the_path(string address, string account, string resource)
    {
        var uri = new Uri(address);
        Assert.Equal((account, resource), (StorageUri.AccountName(uri), StorageUri.Resource(uri)));
    }
}

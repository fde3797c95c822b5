using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Keys;

public sealed class KeyOptionsTests
{
    private const string Vault = "https://kpr.vault.azure.net";

    [Theory]
    [InlineData(".kpr/keys", "", "kpr", null)]
    [InlineData("", Vault, "kpr", null)]
    [InlineData("", Vault + "/", "kpr", "WEBSITE_SITE_NAME")]
    public void One_place_for_keys_is_taken(string file, string vault, string key, string? azure) =>
        Assert.True(Validate(file, vault, key, azure).Succeeded);

    [Theory]
    [InlineData("", "", "kpr", null, "Neither Kpr__Keys__VaultUri nor Kpr__Keys__File is set")]
    [InlineData(".kpr/keys", Vault, "kpr", null, "Kpr__Keys__VaultUri and Kpr__Keys__File are both set")]
    [InlineData(".kpr/keys", "", "kpr", "WEBSITE_SITE_NAME", "Kpr__Keys__File is set in Azure")]
    [InlineData(".kpr/keys", "", "kpr", "WEBSITE_INSTANCE_ID", "Kpr__Keys__File is set in Azure")]
    [InlineData("", "http://kpr.vault.azure.net", "kpr", null, "Kpr__Keys__VaultUri is not the address of a vault")]
    [InlineData("", "kpr", "kpr", null, "Kpr__Keys__VaultUri is not the address of a vault")]
    [InlineData("", Vault + "/keys/kpr", "kpr", null, "Kpr__Keys__VaultUri is not the address of a vault")]
    [InlineData("", Vault, "", null, "Kpr__Keys__VaultKey is not the name of a key")]
    [InlineData("", Vault, "a/b", null, "Kpr__Keys__VaultKey is not the name of a key")]
    public void Any_other_choice_is_refused_with_what_to_do(string file, string vault, string key, string? azure, string message) =>
        Assert.StartsWith(message, Validate(file, vault, key, azure).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public async Task The_app_does_not_start_with_two_places_for_keys()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => TestSystem.StartAsync(options => options with
        {
            Settings = new Dictionary<string, string?> { ["Kpr:Keys:VaultUri"] = Vault },
        }));
        Assert.Contains("both set", refused.Message, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(string file, string vault, string key, string? azure) =>
        new KeyOptionsValidation(new ConfigurationBuilder().AddInMemoryCollection(azure is null ? [] : [KeyValuePair.Create(azure, (string?)"kpr-intake")]).Build())
            .Validate(null, new KeyOptions { File = file, VaultUri = vault, VaultKey = key });
}

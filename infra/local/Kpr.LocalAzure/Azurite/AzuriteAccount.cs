namespace Kpr.LocalAzure.Azurite;

/// <summary>A storage account of a running Azurite.</summary>
/// <param name="Name">3 to 24 lower-case letters and digits; also the scope of the account's I/O switch.</param>
/// <param name="Key">The shared key, base64.</param>
/// <param name="ConnectionString">Names the account, its key and its endpoints.</param>
public sealed record AzuriteAccount(string Name, string Key, string ConnectionString)
{
    /// <summary>The account every Azurite has, whose name and key are published with Azurite and secret to nobody.</summary>
    public const string DevelopmentName = "devstoreaccount1";

    /// <summary>The published key of <see cref="DevelopmentName"/>.</summary>
    public const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
}

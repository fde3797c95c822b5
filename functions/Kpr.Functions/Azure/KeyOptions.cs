namespace Kpr.Functions.Azure;

/// <summary>Where the register's keys are: in Key Vault, or in a file that stands in for it on one machine. Just one is set.</summary>
public sealed class KeyOptions
{
    /// <summary>Path of the key file; refused in Azure. Empty: none.</summary>
    public string File { get; set; } = "";

    /// <summary>Address of the vault, <c>https://{name}.vault.azure.net</c>. Empty: none.</summary>
    public string VaultUri { get; set; } = "";

    /// <summary>Name of the vault's RSA key that wraps the data keys; its newest version wraps, older ones still unwrap. Default: kpr.</summary>
    public string VaultKey { get; set; } = "kpr";

    /// <summary>Client id of the user-assigned identity that may wrap and unwrap. Empty: the system-assigned one.</summary>
    public string ClientId { get; set; } = "";
}

namespace Azure.Storage;

/// <summary>The name of a storage account and its key, which signs requests.</summary>
public class StorageSharedKeyCredential
{
    /// <summary>Creates the credential.</summary>
    /// <param name="accountName">Name of the account.</param>
    /// <param name="accountKey">Its key, base64.</param>
    public StorageSharedKeyCredential(string accountName, string accountKey)
    {
        AccountName = accountName;
        Key = Convert.FromBase64String(accountKey);
    }

    /// <summary>Name of the account.</summary>
    public string AccountName { get; }

    internal byte[] Key { get; }
}

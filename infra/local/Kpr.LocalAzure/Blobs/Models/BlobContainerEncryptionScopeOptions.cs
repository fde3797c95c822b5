namespace Azure.Storage.Blobs.Models;

/// <summary>Encryption scope of a new container. The local edition knows no scopes: there is nothing to set.</summary>
public class BlobContainerEncryptionScopeOptions
{
}

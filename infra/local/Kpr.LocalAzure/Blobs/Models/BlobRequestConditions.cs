namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions on which a request about a blob or container is carried out.</summary>
public class BlobRequestConditions : BlobLeaseRequestConditions
{
}

namespace Azure.Storage.Blobs.Models;

/// <summary>Conditions on the entity tag and the time of change.</summary>
public class BlobLeaseRequestConditions : RequestConditions
{
}

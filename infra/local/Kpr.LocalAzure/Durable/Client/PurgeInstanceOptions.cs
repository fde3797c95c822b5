namespace Microsoft.DurableTask.Client;

/// <summary>How to purge an instance.</summary>
/// <param name="Recursive">Sub-orchestrations too. Has no effect here, as on the storage backend.</param>
public record PurgeInstanceOptions(bool Recursive = false);

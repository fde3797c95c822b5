namespace Microsoft.DurableTask.Client;

/// <summary>How to end an instance.</summary>
/// <param name="Output">The output it ends with.</param>
/// <param name="Recursive">Sub-orchestrations too. Has no effect here, as on the storage backend.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);

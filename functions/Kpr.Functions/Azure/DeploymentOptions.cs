namespace Kpr.Functions.Azure;

/// <summary>What this process is of the deployment.</summary>
public sealed class DeploymentOptions
{
    /// <summary><c>intake</c>, <c>applications</c> or <c>persons</c>. Default: none, the whole system in one process.</summary>
    public string? App { get; set; }
}

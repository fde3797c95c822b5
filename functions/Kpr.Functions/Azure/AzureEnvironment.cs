using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Azure;

/// <summary>Tells whether the app runs in Azure.</summary>
public static class AzureEnvironment
{
    // Set by every plan of Azure Functions, and not by the tools on a developer's machine.
    private static readonly string[] Settings = ["WEBSITE_INSTANCE_ID", "WEBSITE_SITE_NAME"];

    /// <summary>Whether the platform has said so.</summary>
    public static bool Is(IConfiguration configuration) => Settings.Any(setting => !string.IsNullOrEmpty(configuration[setting]));
}

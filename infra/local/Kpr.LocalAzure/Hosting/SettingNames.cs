using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Resolves what attributes say by the name of a setting.</summary>
internal sealed partial class SettingNames(IConfiguration configuration)
{
    /// <summary>Puts the values of settings for <c>%name%</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public string Resolve(string text) => Placeholder().Replace(
        text,
        match => configuration[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"'{text}' does not resolve: there is no setting '{match.Groups[1].Value}'."));

    /// <summary>The connection string that <c>Connection = "name"</c> stands for.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string Connection(string? name, string usual)
    {
        var wanted = string.IsNullOrEmpty(name) ? usual : Resolve(name);
        return configuration[wanted]
            ?? configuration.GetConnectionString(wanted)
            ?? configuration["AzureWebJobs" + wanted]
            ?? throw new InvalidOperationException(
                $"There is no connection string '{wanted}', neither as a setting of that name nor as ConnectionStrings:{wanted} nor as AzureWebJobs{wanted}. (The local editions of the Azure libraries go by connection strings only.)");
    }

    /// <summary>Whether <c>AzureWebJobs.name.Disabled</c> is set.</summary>
    public bool IsDisabled(string function) =>
        (configuration[$"AzureWebJobs.{function}.Disabled"] ?? configuration[$"AzureWebJobs:{function}:Disabled"]) is { } value
        && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Azure;

/// <summary>
/// Looks at start whether the settings name everything that the app connects to, each in one way: a connection string,
/// or addresses and an identity. Whatever is wrong is told at once, by the name of the setting as the operator writes it.
/// </summary>
/// <param name="configuration">The settings.</param>
public sealed class ConnectionSettings(IConfiguration configuration) : IValidateOptions<DeploymentOptions>
{
    private const string Identity = "managedidentity";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DeploymentOptions options)
    {
        if (DeployedApp.Of(configuration) is not { } app)
        {
            return ValidateOptionsResult.Fail(
                $"Setting Kpr__App is '{options.App}': no app has this name. It is one of {string.Join(", ", DeployedApp.All.Select(known => known.Name))}, or left out for the whole system.");
        }

        var faults = app.Accounts.SelectMany(account => Account(app, account)).Concat(app.UsesBus ? Connection("ServiceBus", ["fullyQualifiedNamespace"]) : []).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Account(DeployedApp app, string account)
    {
        string[] parts =
        [
            .. app.Containers.Any(container => container.Account == account) ? (string[])["blobServiceUri"] : [],
            .. app.Tables.Any(table => table.Account == account) ? (string[])["tableServiceUri"] : [],
        ];
        return Connection(account, parts).Concat(
            parts.Where(part => configuration[$"{account}:{part}"] is { Length: > 0 } address && !IsHttps(address))
                .Select(part => $"Setting {account}__{part} is not an https address."));
    }

    private IEnumerable<string> Connection(string name, string[] parts)
    {
        var present = parts.Where(part => configuration[$"{name}:{part}"] is { Length: > 0 }).ToList();
        if (configuration[name] is { Length: > 0 })
        {
            return present.Select(part => $"Settings {name} and {name}__{part} contradict each other: give a connection string or an address, not both.");
        }

        if (present.Count == 0)
        {
            return [$"Neither setting {name} nor {name}__{parts[0]} is there: what the app connects to is not known."];
        }

        return parts.Except(present).Select(part => $"Setting {name}__{part} is missing.").Concat(
            configuration[$"{name}:credential"] == Identity ? [] : [$"Setting {name}__credential is not {Identity}: an address is reached with a managed identity only."]);
    }

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}

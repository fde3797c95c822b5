using System.Text.RegularExpressions;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Drift;

/// <summary>What a deployment gives the code.</summary>
internal sealed partial class AzureSide(Deployment deployment)
{
    /// <summary>Containers that the platform uses and the code does not.</summary>
    public static readonly IReadOnlySet<string> OwnContainers = new HashSet<string>(StringComparer.Ordinal) { "undelivered-events", "packages" };

    /// <summary>An app with its settings, the functions that are off, and the rights of its identity.</summary>
    public sealed record App(string Name, IReadOnlyDictionary<string, string> Settings, IReadOnlySet<string> Disabled, IReadOnlyList<Right> Rights);

    /// <summary>A role on something, with the condition on it.</summary>
    public sealed record Right(string Role, string Scope, string? Condition);

    public IEnumerable<DeployedResource> Queues => deployment.Made("Microsoft.ServiceBus/namespaces/queues");

    /// <summary>Containers as <c>account/container</c>, the account by its part in the system.</summary>
    public IReadOnlyList<string> Containers => Within("Microsoft.Storage/storageAccounts/blobServices/containers");

    public IReadOnlyList<string> Tables => Within("Microsoft.Storage/storageAccounts/tableServices/tables");

    public IReadOnlyList<App> Apps => [.. deployment.Made("Microsoft.Web/sites").Select(ToApp)];

    /// <summary>What lies in an account: the part in the system and the last part of the name.</summary>
    public static string Short(string fullName)
    {
        var parts = fullName.Split(':')[^1].Split('/');
        return $"{AccountName().Match(parts[0]).Groups["part"].Value}/{parts[^1]}";
    }

    /// <summary>The rights on a container that a role with its condition leaves.</summary>
    public static string BlobRights(Right right)
    {
        if (right.Role == Roles.BlobReader)
        {
            return "read";
        }

        var listOnly = right.Condition?.Contains("/blobs/read'} AND NOT SubOperationMatches{'Blob.List'}", StringComparison.Ordinal) == true;
        var taken = Forbidden().Matches(right.Condition ?? "").Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', new[] { "read", "write", "delete" }.Where(action => !taken.Contains(action) && !(listOnly && action == "read")).Concat(listOnly ? ["list"] : []));
    }

    private IReadOnlyList<string> Within(string type) =>
        [.. deployment.Made(type).Select(resource => Short(resource.Name)).Where(name => !OwnContainers.Contains(name.Split('/')[1])).Order(StringComparer.Ordinal)];

    private App ToApp(DeployedResource site)
    {
        var settings = ((List<object?>)site["properties.siteConfig.appSettings"]!).Cast<Dictionary<string, object?>>()
            .ToDictionary(setting => (string)setting["name"]!, setting => BicepFunctions.Text(setting["value"]), StringComparer.Ordinal);
        var identity = ((Dictionary<string, object?>)site["identity.userAssignedIdentities"]!).Keys.Single();
        var rights = deployment.Made("Microsoft.Authorization/roleAssignments")
            .Where(assignment => Equals(assignment["properties.principalId"], new RuntimeValue($"{identity}.properties.principalId")))
            .Select(assignment => new Right(
                ((string)assignment["properties.roleDefinitionId"]!).Split(':')[1], assignment.Scope!.Id, (string?)assignment["properties.condition"]));
        return new App(
            (string)((Dictionary<string, object?>)site["tags"]!)["azd-service-name"]!,
            settings.Where(setting => !Disabled().IsMatch(setting.Key)).ToDictionary(StringComparer.Ordinal),
            settings.Where(setting => setting.Value == "true").Select(setting => Disabled().Match(setting.Key)).Where(match => match.Success)
                .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal),
            [.. rights]);
    }

    [GeneratedRegex(@"^AzureWebJobs\.(.+)\.Disabled$")]
    private static partial Regex Disabled();

    [GeneratedRegex("^kpr(?<part>landing|register|identity|delivery|audit|cases|hostint|hostapp|hostper)")]
    private static partial Regex AccountName();

    [GeneratedRegex(@"!\(ActionMatches\{'Microsoft\.Storage/storageAccounts/blobServices/containers/blobs/(read|write|delete)'\}\)")]
    private static partial Regex Forbidden();
}

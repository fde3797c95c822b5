using System.Globalization;
using System.Text.Json;
using System.Xml;
using Kpr.Functions.Azure;
using Kpr.Infra.Tests.Bicep;

namespace Kpr.Infra.Tests.Drift;

/// <summary>Everything in which code, infrastructure and the sample of settings disagree, said as what to do about it.</summary>
internal sealed class DriftSearch(CodeSide code, Deployment deployment, string sample)
{
    private const string Names = "infra/names.json";

    /// <summary>Settings of the host and the platform; those of telemetry are read with the genuine packages only (AzureMonitor).</summary>
    private static readonly HashSet<string> HostSettings = new(StringComparer.Ordinal)
    {
        "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
        "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    };

    /// <summary>Settings that stand in for something of Azure on one machine.</summary>
    private static readonly HashSet<string> OneMachineOnly = new(StringComparer.Ordinal) { "Kpr__Notices__MailFolder", "Kpr__Billing__AccessPointFolder", "Kpr__Keys__File", "Kpr__Access__LocalKeys" };

    /// <summary>Settings of an app that works with the register's keys.</summary>
    private static readonly string[] KeySettings = ["Kpr__Keys__VaultUri", "Kpr__Keys__VaultKey", "Kpr__Keys__ClientId"];

    /// <summary>Settings that have a default, and are to be said all the same.</summary>
    private static readonly string[] AlwaysSaid = ["Kpr__Rules__Environment"];

    private readonly AzureSide _azure = new(deployment);

    public IReadOnlyList<string> Find() =>
    [
        .. Feeds(), .. Queues(), .. Containers(), .. Apps(), .. Sample(),
    ];

    private static IEnumerable<string> Differences(IEnumerable<string> code, IEnumerable<string> azure, string what, string where)
    {
        var (inCode, inAzure) = (code.ToHashSet(StringComparer.Ordinal), azure.ToHashSet(StringComparer.Ordinal));
        return inCode.Except(inAzure).Select(name => $"{what} {name}: the code needs it, {where} has it not.")
            .Concat(inAzure.Except(inCode).Select(name => $"{what} {name}: {where} has it, the code needs it not."));
    }

    private IEnumerable<string> Feeds() => Differences(
        code.Feeds, deployment.Made("Microsoft.Authorization/roleAssignments").SelectMany(FeedsOf), "feed", $"{Names} (feeds)");

    // The upload rights name every feed; there is one sender at least in the deployments that are compared.
    private static IEnumerable<string> FeedsOf(DeployedResource assignment) => (assignment["properties.condition"] as string ?? "").Split("StringLike '")
        .Skip(1).Select(part => part.Split('/')).Where(parts => parts.Length > 2).Select(parts => parts[0]);

    private IEnumerable<string> Queues()
    {
        foreach (var difference in Differences(code.Queues.Select(queue => queue.Name), _azure.Queues.Select(Last), "queue", $"{Names} (queues)"))
        {
            yield return difference;
        }

        foreach (var (queue, needs) in _azure.Queues.Join(code.Queues, Last, needs => needs.Name, (queue, needs) => (queue, needs)))
        {
            (string Property, object Needed)[] settings =
            [
                ("lockDuration", XmlConvert.ToString(needs.LockDuration)), ("maxDeliveryCount", (long)needs.MaxDeliveryCount),
                ("duplicateDetectionHistoryTimeWindow", XmlConvert.ToString(needs.DuplicateDetectionWindow)),
                ("defaultMessageTimeToLive", XmlConvert.ToString(needs.TimeToLive)),
                ("requiresDuplicateDetection", true), ("deadLetteringOnMessageExpiration", true), ("requiresSession", false),
            ];
            foreach (var (property, needed) in settings.Where(setting => !Equals(queue[$"properties.{setting.Property}"], setting.Needed)))
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"queue {needs.Name}: {property} is {queue[$"properties.{property}"]}, the code needs {needed} (Queues.All, {Names}).");
            }
        }
    }

    private IEnumerable<string> Containers() =>
        Differences(
            code.Apps.SelectMany(app => app.Containers).Select(container => Short(container.Account, container.Name)), _azure.Containers, "container", $"{Names} (accounts)")
        .Concat(Differences(code.Apps.SelectMany(app => app.Tables).Select(table => Short(table.Account, table.Name)).Distinct(StringComparer.Ordinal), _azure.Tables, "table", $"{Names} (accounts)"));

    private IEnumerable<string> Apps() =>
        Differences(code.Apps.Select(app => app.Name), _azure.Apps.Select(app => app.Name), "app", "infra/app/apps.bicep")
        .Concat(code.Apps.Join(_azure.Apps, app => app.Name, app => app.Name, App).SelectMany(differences => differences));

    private IEnumerable<string> App(DeployedApp needs, AzureSide.App app)
    {
        var all = code.Functions.Select(function => function.Name).ToList();
        var blobs = app.Rights.Where(right => right.Scope.StartsWith("Microsoft.Storage/storageAccounts/blobServices/containers:", StringComparison.Ordinal));
        return app.Disabled.Except(all).Select(name => $"function {name}: {Names} (apps) has it, the code has none of that name.")
            .Concat(Differences(
                code.FunctionsOf(needs).Except(ClosedDoor(app)), all.Except(app.Disabled), $"function of {app.Name}", $"{Names} (apps)"))
            .Concat(Differences(
                needs.Containers.Select(container => $"{Short(container.Account, container.Name)} {Text(container.Rights)}"),
                blobs.Select(right => $"{AzureSide.Short(right.Scope)} {AzureSide.BlobRights(right)}"), $"right of {app.Name} to the container", $"{Names} (apps)"))
            .Concat(Differences(
                needs.Tables.Where(table => !table.ReadOnly).Select(table => Short(table.Account, table.Name)),
                Scopes(app, Roles.TableContributor, "Microsoft.Storage/storageAccounts/tableServices/tables").Select(AzureSide.Short), $"right of {app.Name} to the table", $"{Names} (apps)"))
            .Concat(Differences(
                needs.Tables.Where(table => table.ReadOnly).Select(table => Short(table.Account, table.Name)),
                Scopes(app, Roles.TableReader, "Microsoft.Storage/storageAccounts/tableServices/tables").Select(AzureSide.Short), $"right of {app.Name} to read the table", $"{Names} (apps)"))
            .Concat(Differences(needs.Receives, Scopes(app, Roles.BusReceiver, "Microsoft.ServiceBus/namespaces/queues").Select(LastPart), $"right of {app.Name} to receive from", $"{Names} (apps)"))
            .Concat(Differences(needs.Sends, Scopes(app, Roles.BusSender, "Microsoft.ServiceBus/namespaces/queues").Select(LastPart), $"right of {app.Name} to send to", $"{Names} (apps)"))
            .Concat(Differences(
                code.Heard.Where(heard => needs.Slices.Contains(heard.Slice)).Select(heard => heard.Queue), needs.Receives, $"queue heard by functions of {app.Name}", "DeployedApp.Receives"))
            .Concat(Settings(needs, app));
    }

    private IEnumerable<string> Settings(DeployedApp needs, AzureSide.App app)
    {
        var given = app.Settings.Keys.Where(name => !HostSettings.Contains(name) && !IsDurable(name)).ToList();
        var expected = code.ConnectionSettings(needs).Concat(AlwaysSaid).Append("Kpr__App").Concat(needs.UsesKeys ? KeySettings : [])
            .Concat(code.OptionSettings.Where(option => option.Value && !OneMachineOnly.Contains(option.Key)).Select(option => option.Key))
            .Concat(given.Where(name => code.OptionSettings.ContainsKey(name) && !OneMachineOnly.Contains(name) && (needs.UsesKeys || !KeySettings.Contains(name))));
        return Differences(expected, given, $"setting of {app.Name}", "infra/app/settings.bicep")
            .Concat(given.Contains("Kpr__App") && app.Settings["Kpr__App"] != needs.Name ? [$"setting of {app.Name}: Kpr__App is {app.Settings["Kpr__App"]}."] : []);
    }

    private IEnumerable<string> Sample()
    {
        using var document = JsonDocument.Parse(sample);
        var given = document.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name).ToList();
        var expected = code.Apps.SelectMany(app => app.Accounts).Distinct(StringComparer.Ordinal).Concat(code.Apps.Any(app => app.UsesBus) ? ["ServiceBus"] : [])
            .Concat(["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"]).Concat(AlwaysSaid).Concat(OneMachineOnly)
            .Concat(code.OptionSettings.Where(option => option.Value).Select(option => option.Key))
            .Concat(given.Where(name => code.OptionSettings.ContainsKey(name)));
        return Differences(expected, given, "setting", "local.settings.sample.json");
    }

    private static IEnumerable<string> ClosedDoor(AzureSide.App app) => app.Disabled.Contains("BlobArrived") ? ["BlobArrived"] : [];

    private static IEnumerable<string> Scopes(AzureSide.App app, string role, string type) =>
        app.Rights.Where(right => right.Role == role && right.Scope.StartsWith(type + ":", StringComparison.Ordinal)).Select(right => right.Scope);

    private static bool IsDurable(string name) =>
        name == "DurableTaskScheduler" || name.StartsWith("AzureFunctionsJobHost__extensions__durableTask__", StringComparison.Ordinal);

    private static string Text(BlobRights rights) => rights.ToString().Replace(",", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Short(string account, string name) => $"{account.ToLowerInvariant()}/{name}";

    private static string Last(DeployedResource resource) => LastPart(resource.Name);

    private static string LastPart(string name) => name[(name.LastIndexOf('/') + 1)..];
}

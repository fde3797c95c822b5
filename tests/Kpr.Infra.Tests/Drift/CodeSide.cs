using System.Reflection;
using System.Text.RegularExpressions;
using Kpr.Core.Formats;
using Kpr.Functions;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Infra.Tests.Drift;

/// <summary>What the code says that it needs, read from the app itself.</summary>
internal sealed partial record CodeSide
{
    private static readonly Assembly App = typeof(KprServices).Assembly;

    public required IReadOnlyList<QueueNeeds> Queues { get; init; }

    public required IReadOnlyList<DeployedApp> Apps { get; init; }

    /// <summary>Functions with the slice that they are in.</summary>
    public required IReadOnlyList<(string Name, string Slice)> Functions { get; init; }

    /// <summary>Queues that are heard, by the slice of the function.</summary>
    public required IReadOnlyList<(string Queue, string Slice)> Heard { get; init; }

    /// <summary>Connections of blob triggers, by the slice of the function.</summary>
    public required IReadOnlyList<(string Connection, string Slice)> BlobTriggers { get; init; }

    /// <summary>Settings that options are bound to, with whether they must be given.</summary>
    public required IReadOnlyDictionary<string, bool> OptionSettings { get; init; }

    public required IReadOnlyList<string> Feeds { get; init; }

    public static CodeSide Read()
    {
        var methods = App.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>())).Where(method => method.Function is not null).ToList();
        var parameters = methods.SelectMany(method => method.Method.GetParameters()).ToList();
        return new CodeSide
        {
            Queues = global::Kpr.Functions.Azure.Queues.All,
            Apps = DeployedApp.All,
            Functions = [.. methods.Select(method => (method.Function!.Name, Slice(method.Method.DeclaringType!)))],
            Heard =
            [
                .. parameters.Select(parameter => (parameter.GetCustomAttribute<ServiceBusTriggerAttribute>()?.QueueName, Slice(parameter.Member.DeclaringType!)))
                    .Where(heard => heard.QueueName is not null && !heard.QueueName.EndsWith(global::Kpr.Functions.Azure.Queues.DeadLetter, StringComparison.Ordinal))
                    .Select(heard => (heard.QueueName!, heard.Item2)),
            ],
            BlobTriggers =
            [
                .. parameters.Select(parameter => (parameter.GetCustomAttribute<BlobTriggerAttribute>()?.Connection, Slice(parameter.Member.DeclaringType!)))
                    .Where(trigger => trigger.Connection is not null).Select(trigger => (trigger.Connection!, trigger.Item2)),
            ],
            OptionSettings = ReadOptions(),
            Feeds = [.. global::Kpr.Core.Formats.Feeds.All.Select(feed => feed.Name)],
        };
    }

    public IReadOnlyList<string> FunctionsOf(DeployedApp app) =>
        [.. Functions.Where(function => app.Slices.Contains(function.Slice)).Select(function => function.Name).Order(StringComparer.Ordinal)];

    /// <summary>Settings of the connections that an app makes by identity.</summary>
    public IEnumerable<string> ConnectionSettings(DeployedApp app) => app.Accounts
        .SelectMany(account => (string[])
        [
            .. app.Containers.Any(container => container.Account == account) ? (string[])["blobServiceUri"] : [],
            .. app.Tables.Any(table => table.Account == account) ? (string[])["tableServiceUri"] : [],
            .. BlobTriggers.Any(trigger => trigger.Connection == account && app.Slices.Contains(trigger.Slice)) ? (string[])["queueServiceUri"] : [],
            "credential", "clientId",
        ], (account, part) => $"{account}__{part}")
        .Concat(app.UsesBus ? ["ServiceBus__fullyQualifiedNamespace", "ServiceBus__credential", "ServiceBus__clientId"] : []);

    private static string Slice(Type type) => type.Namespace!.Split('.')[2];

    private static Dictionary<string, bool> ReadOptions()
    {
        var source = global::Kpr.Functions.Tests.House.RepositoryFolder.Read("functions/Kpr.Functions/KprServices.cs")
            + global::Kpr.Functions.Tests.House.RepositoryFolder.Read("functions/Kpr.Functions/Applications/ApplicationServices.cs");
        var types = App.GetTypes().Concat(typeof(Feed).Assembly.GetTypes()).ToLookup(type => type.Name, StringComparer.Ordinal);
        return Bound().Matches(source)
            .SelectMany(match => types[match.Groups["type"].Value].Single().GetProperties(), (match, property) => (Section: match.Groups["section"].Value, property))
            .ToDictionary(
                option => $"{option.Section.Replace(":", "__", StringComparison.Ordinal)}__{option.property.Name}",
                option => option.property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RequiredAttribute>() is not null && option.property.PropertyType == typeof(string),
                StringComparer.Ordinal);
    }

    [GeneratedRegex("""AddOptions<(?<type>\w+)>\(\)\.Bind\(configuration\.GetSection\("(?<section>[^"]+)"\)\)""")]
    private static partial Regex Bound();
}

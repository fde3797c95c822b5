using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Configuration;

namespace Kpr.Functions.Operations;

/// <summary>
/// Looks whether everything that the app needs is there and lets it in: a half-provisioned environment, a missing
/// right or a wrong setting shows here and not at the first file. Looked at once in ten seconds at most.
/// </summary>
/// <param name="configuration">The settings.</param>
/// <param name="bus">The namespace; opened only by an app that has queues.</param>
/// <param name="keys">The register's keys; asked for only by an app that uses them.</param>
/// <param name="clock">The time.</param>
public sealed class Readiness(IConfiguration configuration, Lazy<MessageBus> bus, Lazy<IKeyRingSource> keys, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private volatile Known? _known;

    /// <summary>What the app lacks.</summary>
    /// <param name="App">The app: intake, applications, persons, or empty for the whole.</param>
    /// <param name="Ready">Whether it lacks nothing.</param>
    /// <param name="Missing">What is not there or not let in to, with the reason: names of resources only.</param>
    public sealed record Answer(string App, bool Ready, IReadOnlyList<string> Missing);

    /// <summary>Looks.</summary>
    public async Task<Answer> CheckAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now < known.Until)
        {
            return known.Answer;
        }

        var app = DeployedApp.Of(configuration) ?? DeployedApp.Whole;
        var checks = app.Containers.Select(container => TryAsync($"{container.Account}/{container.Name}", () => ContainerAsync(container, cancellationToken)))
            .Concat(app.Tables.Select(table => TryAsync($"{table.Account}/{table.Name}", () => TableAsync(table, cancellationToken))))
            .Concat(app.Receives.Select(queue => TryAsync($"queue {queue}, receiving", () => PeekAsync(queue, cancellationToken))))
            .Concat(app.Sends.Select(queue => TryAsync($"queue {queue}, sending", () => LinkAsync(queue, cancellationToken))))
            .Concat(app.UsesKeys ? [TryAsync("keys", () => KeysAsync(cancellationToken))] : []);
        var missing = (await Task.WhenAll(checks)).OfType<string>().ToList();
        var answer = new Answer(app.Name, missing.Count == 0, missing);
        _known = new Known(answer, now + Fresh);
        return answer;
    }

    // Expected are refusals and absences; what else goes wrong is a fault of the app and shall be seen as one.
    private static async Task<string?> TryAsync(string what, Func<Task<string?>> look)
    {
        try
        {
            return await look() is { } fault ? $"{what}: {fault}" : null;
        }
        catch (VaultRefusedException)
        {
            return $"{what}: the vault refuses, 403: role missing or not yet spread, network rules, or key disabled";
        }
        catch (RequestFailedException e)
        {
            return $"{what}: {e.Status} {e.ErrorCode}";
        }
        catch (ServiceBusException e)
        {
            return $"{what}: {e.Reason}";
        }
        catch (UnauthorizedAccessException)
        {
            return $"{what}: no right";
        }
        catch (AuthenticationFailedException)
        {
            return $"{what}: no identity";
        }
    }

    private async Task<string?> ContainerAsync(ContainerNeeds container, CancellationToken cancellationToken) =>
        await StorageAccounts.Blobs(configuration, container.Account).GetBlobContainerClient(container.Name).ExistsAsync(cancellationToken) ? null : "not there";

    private async Task<string?> TableAsync(TableNeeds table, CancellationToken cancellationToken)
    {
        // A query, since a point read of a table that is not there says no more than that the row is not there.
        var rows = StorageAccounts.Tables(configuration, table.Account).GetTableClient(table.Name)
            .QueryAsync<TableEntity>("PartitionKey eq 'health'", maxPerPage: 1, cancellationToken: cancellationToken);
        await foreach (var _ in rows)
        {
            break;
        }

        return null;
    }

    private async Task<string?> PeekAsync(string queue, CancellationToken cancellationToken)
    {
        await bus.Value.PeekAsync(queue, cancellationToken);
        return null;
    }

    private async Task<string?> LinkAsync(string queue, CancellationToken cancellationToken)
    {
        await bus.Value.OpenAsync(queue, cancellationToken);
        return null;
    }

    private async Task<string?> KeysAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.Value.GetAsync(cancellationToken);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or CryptographicException)
        {
            return "not there, or not to be unwrapped";
        }
    }

    private sealed record Known(Answer Answer, DateTimeOffset Until);
}

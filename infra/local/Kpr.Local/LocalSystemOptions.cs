using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.Local;

/// <summary>How the system is set up on this machine.</summary>
public sealed record LocalSystemOptions
{
    /// <summary>Names of the storage accounts in Azurite, by setting; each has rights of its own in Azure.</summary>
    public static readonly IReadOnlyDictionary<string, string> AccountNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Landing"] = AzuriteAccount.DevelopmentName,
        ["Register"] = "kprregister",
        ["Identity"] = "kpridentity",
        ["Delivery"] = "kprdelivery",
        ["Audit"] = "kpraudit",
        ["Cases"] = "kprcases",
    };

    /// <summary>Name of the Service Bus namespace; one for each system in a process.</summary>
    public required string Name { get; init; }

    /// <summary>Folder for queues and keys.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Connection strings by setting: Landing, Register, Identity, Delivery, Audit, Cases.</summary>
    public required IReadOnlyDictionary<string, string> Accounts { get; init; }

    /// <summary>File that everything logged is written to; null for none.</summary>
    public string? LogFile { get; init; }

    /// <summary>Whether what the system tells of itself is kept and shown at <c>/telemetry</c>. Default: not.</summary>
    public bool Telemetry { get; init; }

    /// <summary>Port of HTTP functions; 0 takes a free one. Default: 0.</summary>
    public int HttpPort { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Changes services and logging before the app's own are added.</summary>
    public Action<IServiceCollection, ILoggingBuilder>? Configure { get; init; }

    /// <summary>Changes the host's options.</summary>
    public Action<LocalHostOptions>? ConfigureHost { get; init; }

    /// <summary>The connection strings of the system's accounts in an Azurite that was started with <see cref="AccountNames"/>.</summary>
    public static IReadOnlyDictionary<string, string> AccountsOf(AzuriteProcess azurite) =>
        AccountNames.ToDictionary(pair => pair.Key, pair => azurite.Named(pair.Value).ConnectionString, StringComparer.Ordinal);
}

using System.Reflection;
using Kpr.LocalAzure.Faults;
using Microsoft.AspNetCore.Http;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Choices for the local host. Bound from the configuration section <c>LocalHost</c>; code may change them.</summary>
public sealed class LocalHostOptions
{
    /// <summary>The assemblies to look for functions in; the entry assembly when empty.</summary>
    public IList<Assembly> Assemblies { get; } = [];

    /// <summary>Which classes to look for functions in; all when null.</summary>
    public Predicate<Type>? Types { get; set; }

    /// <summary>Port of HTTP functions on the loopback address; 0 for any free one.</summary>
    public int HttpPort { get; set; } = 7071;

    /// <summary>First part of every HTTP path.</summary>
    public string RoutePrefix { get; set; } = "api";

    /// <summary>How many messages or blobs of one function are handled at once.</summary>
    public int MaxConcurrentCalls { get; set; } = 4;

    /// <summary>How many activities of orchestrations run at once.</summary>
    public int MaxConcurrentActivities { get; set; } = 16;

    /// <summary>Name of the task hub, which is the scope of its I/O switch; the path of the state file when null.</summary>
    public string? TaskHub { get; set; }

    /// <summary>
    /// One thing at a time, source by source in the order of the functions' names, from receipt to settlement: then
    /// the I/O calls of a run come in the same order every time, and a fault can be put at any one of them.
    /// </summary>
    public bool OneAtATime { get; set; }

    /// <summary>For how long the lock of a message is renewed while its function runs.</summary>
    public TimeSpan MaxAutoLockRenewalDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often containers are listed for blob triggers, in real time.</summary>
    public TimeSpan BlobPollInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a blob is tried before it is given up as poisoned.</summary>
    public int MaxBlobDequeueCount { get; set; } = 5;

    /// <summary>Stand-ins for Event Grid subscriptions: which new blobs are told of on which queue.</summary>
    public IList<BlobEventRoute> BlobEvents { get; } = [];

    /// <summary>SQLite file for receipts of blobs and for timers; may be the file of the Service Bus namespace.</summary>
    public string StateFile { get; set; } = "local-azure.db";

    /// <summary>For how long a stopping host waits for running functions, in real time.</summary>
    public TimeSpan ShutdownWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Pages of the host itself, by path, for example <c>/telemetry</c>; they are no functions.</summary>
    public IDictionary<string, RequestDelegate> Pages { get; } = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal);

    /// <summary>A switch whose stop ends the host, beside those of the accounts and namespaces it listens to.</summary>
    public IoSwitch? Switch { get; set; }
}

using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Listens to one source and runs functions when something comes.</summary>
internal interface ITriggerListener
{
    /// <summary>The switch of the account or namespace it listens to; its stop ends the host.</summary>
    IoSwitch? Switch { get; }

    /// <summary>Listens until told to stop, and then waits for what it has started.</summary>
    Task RunAsync(CancellationToken stopping);

    /// <summary>Does one piece of work if there is one, for a host that does one thing at a time.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> StepAsync(CancellationToken stopping);

    /// <summary>Looks at the source once, now, and handles what it finds.</summary>
    Task PollNowAsync(CancellationToken cancellationToken);

    /// <summary>What the listener still has to do; null when nothing.</summary>
    ValueTask<string?> PendingAsync(CancellationToken cancellationToken);
}

using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>One operation of a client, between the two sides of the I/O switch.</summary>
internal static class ClientCall
{
    public static Task Run(IoSwitch io, string operation, string target, Action action, CancellationToken cancellationToken) =>
        Run(io, operation, target, () =>
        {
            action();
            return true;
        }, cancellationToken);

    // The work is a few writes to a local file: it is done at once, and failures surface in the task as the caller expects.
    public static async Task<T> Run<T>(IoSwitch io, string operation, string target, Func<T> action, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        var call = io.Begin("servicebus", operation, target);
        var result = action();
        io.End(call);
        return result;
    }
}

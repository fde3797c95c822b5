using System.Text.Json;

namespace Kpr.LocalAzure.Durable;

/// <summary>Something an orchestrator has begun and that has not ended: an activity, a timer or a sub-orchestration.</summary>
internal abstract class OpenTask
{
    public abstract void Complete(string? json);

    public abstract void Fail(Exception exception);
}

/// <summary>An open task with a result. Its waiters run at once, on the loop's thread.</summary>
internal sealed class OpenTask<T> : OpenTask
{
    private readonly TaskCompletionSource<T> _source = new();

    public Task<T> Task => _source.Task;

    public override void Complete(string? json)
    {
        try
        {
            _source.TrySetResult(Payload.Read<T>(json)!);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            // The result is of another type: that is thrown where it is awaited.
            Fail(exception);
        }
    }

    public override void Fail(Exception exception) => _source.TrySetException(exception);

    public void Cancel(CancellationToken token) => _source.TrySetCanceled(token);
}

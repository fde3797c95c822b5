using System.IO.Pipelines;

namespace Kpr.Functions.Azure;

/// <summary>Whoever writes to a stream and whoever reads from one, at the same time and in constant memory.</summary>
internal static class StreamPipe
{
    /// <summary>Runs both until the reader has read all that the writer wrote.</summary>
    /// <param name="write">Writes; what it throws, the reader meets at that place, and so does the caller.</param>
    /// <param name="read">Reads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task RunAsync(Func<Stream, CancellationToken, Task> write, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = Task.Run(() => WriteAsync(pipe.Writer, write, stop.Token), CancellationToken.None);
        try
        {
            await using var content = pipe.Reader.AsStream(leaveOpen: true);
            await read(content, cancellationToken);
        }
        catch
        {
            // Whoever still writes must not wait for a reader that is gone; what he threw first is why it is.
            await pipe.Reader.CompleteAsync();
            var failed = writing.IsFaulted;
            await stop.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (failed)
            {
                await writing;
            }

            throw;
        }

        await pipe.Reader.CompleteAsync();
        await writing;
    }

    private static async Task WriteAsync(PipeWriter into, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await using (var target = into.AsStream(leaveOpen: true))
            {
                await write(target, cancellationToken);
            }
        }
        catch (Exception e)
        {
            await into.CompleteAsync(e);
            throw;
        }

        await into.CompleteAsync();
    }
}

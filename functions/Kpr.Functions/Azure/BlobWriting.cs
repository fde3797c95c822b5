using System.IO.Pipelines;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.Functions.Azure;

/// <summary>Blobs of any length, written as they are made.</summary>
internal static class BlobWriting
{
    /// <summary>Writes a blob in constant memory, block by block. It is as it was before until all is written; what fails in between leaves nothing.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="write">Writes its content to the stream that it is given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task WriteAsync(this BlobClient blob, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = Task.Run(() => FillAsync(pipe.Writer, write, stop.Token), CancellationToken.None);
        try
        {
            await blob.UploadAsync(pipe.Reader.AsStream(), new BlobUploadOptions(), cancellationToken);
        }
        catch
        {
            // Whoever still writes must not wait for a reader that is gone.
            await pipe.Reader.CompleteAsync();
            await stop.CancelAsync();
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await writing;
    }

    // What the writer throws comes out of the upload as it is: nothing is committed then.
    private static async Task FillAsync(PipeWriter into, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await write(into.AsStream(leaveOpen: true), cancellationToken);
        }
        catch (Exception e)
        {
            await into.CompleteAsync(e);
            throw;
        }

        await into.CompleteAsync();
    }
}

using System.IO.Pipelines;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Reads a stream ahead, so that a parser that reads synchronously does not wait for the network between two
/// ranges. Holds at most a few ranges in memory.
/// </summary>
public sealed class PrefetchedStream : IAsyncDisposable
{
    private const long Ahead = 16 << 20;
    private const int ReadLength = 1 << 20;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: Ahead, resumeWriterThreshold: Ahead / 2, minimumSegmentSize: ReadLength, useSynchronizationContext: false));
    private readonly CancellationTokenSource _stop;
    private readonly Task _reading;

    /// <summary>Begins to read ahead.</summary>
    /// <param name="source">The stream; disposed with this.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public PrefetchedStream(Stream source, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Content = _pipe.Reader.AsStream();
        _reading = ReadAsync(source, _stop.Token);
    }

    /// <summary>What was read, forwards. Reading throws what reading the source threw.</summary>
    public Stream Content { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pipe.Reader.CompleteAsync();
        await _reading;
        _stop.Dispose();
    }

    // Faults go to the reader through the pipe: the one place where somebody waits for them.
    private async Task ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        await using (source)
        {
            try
            {
                while (true)
                {
                    var read = await source.ReadAsync(_pipe.Writer.GetMemory(ReadLength), cancellationToken);
                    if (read == 0)
                    {
                        break;
                    }

                    _pipe.Writer.Advance(read);
                    if ((await _pipe.Writer.FlushAsync(cancellationToken)).IsCompleted)
                    {
                        break;
                    }
                }
            }
#pragma warning disable CA1031 // Every fault is handed to the reader, which throws it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                fault = e;
            }
        }

        await _pipe.Writer.CompleteAsync(fault);
    }
}

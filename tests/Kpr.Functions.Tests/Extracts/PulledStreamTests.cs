using Kpr.Functions.Azure;

namespace Kpr.Functions.Tests.Extracts;

public sealed class PulledStreamTests
{
    [Fact]
    public async Task All_that_is_written_is_read_and_what_the_writer_throws_is_met_there()
    {
        var bytes = new byte[3_000_000];
        new Random(5).NextBytes(bytes);
        await using var whole = new PulledStream((target, token) => target.WriteAsync(bytes, token).AsTask());
        using var read = new MemoryStream();
        await whole.CopyToAsync(read);
        Assert.Equal(bytes, read.ToArray());

        await using var broken = new PulledStream(async (target, token) =>
        {
            await target.WriteAsync(bytes, token);
            throw new InvalidDataException("here");
        });
        Assert.Equal("here", (await Assert.ThrowsAsync<InvalidDataException>(() => broken.CopyToAsync(Stream.Null))).Message);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_writer()
    {
        var ended = new TaskCompletionSource();
        var stream = new PulledStream(async (target, token) =>
        {
            try
            {
                while (true)
                {
                    await target.WriteAsync(new byte[100_000], token);
                    token.ThrowIfCancellationRequested();
                }
            }
            finally
            {
                ended.SetResult();
            }
        });
        Assert.Equal(10, await stream.ReadAtLeastAsync(new byte[10], 10));
        await stream.DisposeAsync();
        await ended.Task;
    }
}

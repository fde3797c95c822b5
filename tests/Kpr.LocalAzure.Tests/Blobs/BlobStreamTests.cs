using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Faults;

namespace Kpr.LocalAzure.Tests.Blobs;

public sealed class BlobStreamTests : BlobTest
{
    private const int Mebi = 1024 * 1024;

    [Fact]
    public async Task OpenReadAsync_fetches_4_MiB_at_a_time()
    {
        var content = RandomNumberGenerator.GetBytes((5 * Mebi) + 7);
        await Blob.UploadAsync(BinaryData.FromBytes(content));
        var before = IoSwitch.Of(Account.Name).Count;

        await using var stream = await Blob.OpenReadAsync();
        Assert.Equal((true, true, false, (long)content.Length), (stream.CanRead, stream.CanSeek, stream.CanWrite, stream.Length));
        Assert.Throws<NotSupportedException>(() => stream.Write([1]));
        var all = new byte[content.Length + 1];
        Assert.Equal(4 * Mebi, await stream.ReadAsync(all));
        Assert.Equal(Mebi + 7, await stream.ReadAsync(all.AsMemory(4 * Mebi)));
        Assert.Equal(0, await stream.ReadAsync(all));

        Assert.Equal(content, all[..^1]);
        Assert.Equal(3, IoSwitch.Of(Account.Name).Count - before); // a HEAD and two GETs
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_stream_seeks_within_the_known_length(bool synchronous)
    {
        await Blob.UploadAsync(Data("0123456789"));
        await using var stream = await Blob.OpenReadAsync(position: 2, bufferSize: 4);
        var buffer = new byte[3];

        Assert.Equal("234", await ReadAsync());
        stream.Seek(-1, SeekOrigin.End);
        Assert.Equal("9", await ReadAsync());
        stream.Position = 0;
        Assert.Equal("012", await ReadAsync());
        stream.Seek(1, SeekOrigin.Current);
        Assert.Equal((4, "456"), (stream.Position, await ReadAsync()));
        Assert.Equal(10, stream.Seek(10, SeekOrigin.Begin));
        Assert.Equal("", await ReadAsync());

        var beyond = Assert.Throws<ArgumentException>(() => stream.Seek(11, SeekOrigin.Begin));
        Assert.Equal("offset", beyond.ParamName);
        Assert.StartsWith("You cannot seek past the last known length", beyond.Message, StringComparison.Ordinal);

        async Task<string> ReadAsync()
        {
            var count = synchronous ? stream.Read(buffer) : await stream.ReadAsync(buffer);
            return System.Text.Encoding.ASCII.GetString(buffer, 0, count);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_blob_replaced_or_deleted_while_it_is_read_is_412(bool replaced)
    {
        await Blob.UploadAsync(Data("0123456789"));
        await using var stream = await Blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 4 });
        await stream.ReadExactlyAsync(new byte[4]);

        await (replaced ? Blob.UploadAsync(Data("abcdefghij"), overwrite: true) : (Task)Blob.DeleteAsync());

        await RefusedAsync(() => stream.ReadAsync(new byte[4]).AsTask(), 412, "ConditionNotMet");
    }

    [Fact]
    public async Task A_stream_that_allows_modification_reads_on()
    {
        await Blob.UploadAsync(Data("01234"));
        await using var stream = await Blob.OpenReadAsync(allowBlobModifications: true, bufferSize: 4);
        await stream.ReadExactlyAsync(new byte[4]);

        await Blob.UploadAsync(Data("abcdefghij"), overwrite: true);

        using var rest = new StreamReader(stream);
        Assert.Equal("efghij", await rest.ReadToEndAsync());
        Assert.Equal(10, stream.Length);
    }

    [Fact]
    public async Task OpenWriteAsync_only_overwrites_and_empties_the_blob_at_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Blob.OpenWriteAsync(overwrite: false));
        await Blob.UploadAsync(Data("old"));

        var stream = await Blob.OpenWriteAsync(overwrite: true);
        Assert.Equal("", await TextAsync());
        Assert.Equal((false, false, true), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Length);

        await stream.WriteAsync("ne"u8.ToArray());
        Assert.Equal((2, ""), (stream.Position, await TextAsync()));
        await stream.FlushAsync();
        Assert.Equal("ne", await TextAsync());
        await stream.WriteAsync("w"u8.ToArray());
        await stream.DisposeAsync();
        await stream.DisposeAsync();

        Assert.Equal("new", await TextAsync());
        Assert.Null((await Blob.GetPropertiesAsync()).Value.ContentHash);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenWriteAsync_cuts_blocks_of_the_buffer_size_and_keeps_headers(bool synchronous)
    {
        var content = RandomNumberGenerator.GetBytes(25);
        var before = IoSwitch.Of(Account.Name).Count;
        var stream = await Blob.OpenWriteAsync(overwrite: true, new BlobOpenWriteOptions
        {
            BufferSize = 10,
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
            Metadata = new Dictionary<string, string> { ["k"] = "v" },
        });
        if (synchronous)
        {
            stream.Write(content);
            stream.Dispose();
        }
        else
        {
            await stream.WriteAsync(content);
            await stream.DisposeAsync();
        }

        Assert.Equal(5, IoSwitch.Of(Account.Name).Count - before); // the empty blob, three blocks, the commit
        Assert.Equal(content, (await Blob.DownloadContentAsync()).Value.Content.ToArray());
        var properties = (await Blob.GetPropertiesAsync()).Value;
        Assert.Equal(("text/plain", "v"), (properties.ContentType, properties.Metadata["k"]));
    }

    [Fact]
    public async Task A_write_stream_disposed_by_an_exception_commits_what_it_has()
    {
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await using var stream = await Blob.OpenWriteAsync(overwrite: true);
            await stream.WriteAsync("half"u8.ToArray());
            throw new InvalidDataException();
        });

        Assert.Equal("half", await TextAsync());
    }

    [Fact]
    public async Task OpenWriteAsync_obeys_conditions_at_opening_and_at_commit()
    {
        await Blob.UploadAsync(Data("old"));
        await RefusedAsync(() => OpenAsync(new BlobRequestConditions { IfNoneMatch = ETag.All }), 409, "BlobAlreadyExists");
        await RefusedAsync(() => OpenAsync(new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") }), 412, "ConditionNotMet");

        var stream = await OpenAsync(null);
        await Blob.UploadAsync(Data("another's"), overwrite: true);
        await RefusedAsync(() => stream.DisposeAsync().AsTask(), 412, "ConditionNotMet");
        Assert.Equal("another's", await TextAsync());

        Task<Stream> OpenAsync(BlobRequestConditions? conditions) => Blob.OpenWriteAsync(overwrite: true, new BlobOpenWriteOptions { OpenConditions = conditions });
    }
}

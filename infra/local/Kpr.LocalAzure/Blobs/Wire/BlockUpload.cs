using System.Buffers;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>Content sent as blocks, which become the blob when they are committed together.</summary>
internal sealed class BlockUpload(BlobConnection connection, Uri blob, BlobHttpHeaders? headers, IDictionary<string, string>? metadata)
{
    // Ids are of equal length, as the service demands, and apart from those of another upload to the same blob.
    private readonly Guid _upload = Guid.NewGuid();
    private readonly List<string> _blocks = [];

    public async Task StageAsync(ReadOnlyMemory<byte> content, bool async, CancellationToken cancellationToken)
    {
        var id = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_upload:n}{_blocks.Count:d6}"));
        using var message = connection.Message(RequestMethod.Put, blob, ("comp", "block"), ("blockid", id));
        message.Request.Content = RequestContent.Create(content);
        await connection.Pipeline.SendAsync(message, async, cancellationToken, 201);
        _blocks.Add(id);
    }

    public async Task<Response> CommitAsync(RequestConditions? conditions, bool async, CancellationToken cancellationToken)
    {
        var list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        foreach (var id in _blocks)
        {
            list.Append("<Latest>").Append(id).Append("</Latest>");
        }

        using var message = connection.Message(RequestMethod.Put, blob, ("comp", "blocklist"));
        message.Request.Headers.SetValue("Content-Type", "application/xml");
        message.Request.Add(headers);
        message.Request.Add(metadata);
        message.Request.Add(conditions);
        message.Request.Content = RequestContent.Create(list.Append("</BlockList>").ToString());
        return await connection.Pipeline.SendAsync(message, async, cancellationToken, 201);
    }

    /// <summary>Sends all of a stream; the first block may be smaller than the others.</summary>
    public async Task StageAllAsync(Stream content, long firstSize, long size, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(size, firstSize)));
        try
        {
            for (var wanted = (int)firstSize; ; wanted = (int)size)
            {
                var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellationToken);
                if (read > 0)
                {
                    await StageAsync(buffer.AsMemory(0, read), async: true, cancellationToken);
                }

                if (read < wanted)
                {
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

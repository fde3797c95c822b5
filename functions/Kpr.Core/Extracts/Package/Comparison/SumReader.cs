using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Package.Comparison;

/// <summary>Reads sums of rows in order.</summary>
internal sealed class SumReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[ContentSums.Length << 11];
    private int _at;
    private int _length;
    private bool _begun;

    /// <summary>The sum of the row's key.</summary>
    public UInt128 Key { get; private set; }

    /// <summary>The sum of the row's content.</summary>
    public UInt128 Content { get; private set; }

    /// <summary>Whether there is no row here any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="InvalidDataException">These are no sums, or they are cut or out of order.</exception>
    public async ValueTask NextAsync(CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            var head = new byte[ContentSums.Head.Length];
            var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            if (!head.AsSpan(0, read).SequenceEqual(ContentSums.Head))
            {
                throw new InvalidDataException("These are no sums of rows.");
            }
        }

        if (_at == _length)
        {
            _length = await stream.ReadAtLeastAsync(_buffer, _buffer.Length, throwOnEndOfStream: false, cancellationToken);
            _at = 0;
            if (_length % ContentSums.Length != 0)
            {
                throw new InvalidDataException("The sums of rows are cut.");
            }
        }

        var (key, content) = (Key, Content);
        IsOver = _length == 0;
        if (!IsOver)
        {
            Key = BinaryPrimitives.ReadUInt128BigEndian(_buffer.AsSpan(_at));
            Content = BinaryPrimitives.ReadUInt128BigEndian(_buffer.AsSpan(_at + (ContentSums.Length / 2)));
            _at += ContentSums.Length;
            if (_begun && (Key, Content).CompareTo((key, content)) < 0)
            {
                throw new InvalidDataException("The sums of rows are out of order.");
            }
        }

        _begun = true;
    }
}

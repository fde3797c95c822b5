using System.Text;

namespace Kpr.Core.Linking;

/// <summary>Reads a linker's map in order.</summary>
internal sealed class LinkerKeyReader : IDisposable
{
    private const int LongestHead = 4096;

    private readonly BufferedStream _stream;
    private readonly byte[] _key = new byte[LinkerKeys.LongestKey];
    private int _keyLength;

    /// <summary>Reads the head. The stream is disposed with the reader.</summary>
    /// <exception cref="InvalidDataException">This is no map.</exception>
    public LinkerKeyReader(Stream stream)
    {
        _stream = new BufferedStream(stream, 1 << 16);
        if (Line() != LinkerKeys.Magic)
        {
            throw new InvalidDataException("This is no map of serial numbers.");
        }

        (Linkage, Batch, Source) = (Line(), Line(), Line());
    }

    public string Linkage { get; }

    public string Batch { get; }

    public string Source { get; }

    /// <summary>Number of persons before this one; -1 before the first.</summary>
    public int Index { get; private set; } = -1;

    public SerialNumber Serial { get; private set; }

    /// <summary>The project's key of the person, until the next is read.</summary>
    public ReadOnlySpan<byte> Key => _key.AsSpan(0, _keyLength);

    /// <summary>Goes to the next person; false when there is none.</summary>
    /// <exception cref="InvalidDataException">The map is cut, out of order, or has a serial number twice.</exception>
    public bool Next()
    {
        Span<byte> head = stackalloc byte[SerialNumber.ByteLength + 1];
        var read = _stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            return false;
        }

        var serial = new SerialNumber(head);
        _keyLength = head[^1];
        if (read < head.Length || _keyLength is 0 or > LinkerKeys.LongestKey || _stream.ReadAtLeast(_key.AsSpan(0, _keyLength), _keyLength, throwOnEndOfStream: false) < _keyLength)
        {
            throw new InvalidDataException("The map of serial numbers is cut.");
        }

        if (Index >= 0 && serial <= Serial)
        {
            throw new InvalidDataException("The map of serial numbers is out of order, or has one twice.");
        }

        Serial = serial;
        Index++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private string Line()
    {
        var line = new List<byte>();
        while (_stream.ReadByte() is var next && next != '\n')
        {
            if (next < 0 || line.Count == LongestHead)
            {
                throw new InvalidDataException("This is no map of serial numbers.");
            }

            line.Add((byte)next);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}

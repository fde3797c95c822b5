using System.Runtime.InteropServices;
using Kpr.Core.Rules;
using Microsoft.Win32.SafeHandles;

namespace Kpr.Core.Memory;

/// <summary>Facts in a temporary file, in the order in which they were added. Read as often as wanted, by several at once.</summary>
public sealed class FactSpool : IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);

    private readonly Fact[] _block = new Fact[RunBlock.Facts];
    private int _kept;
    private long _written;

    /// <summary>Number of facts.</summary>
    public long Count => _written + _kept;

    /// <summary>Adds a fact; not while somebody reads.</summary>
    public void Add(in Fact fact)
    {
        _block[_kept++] = fact;
        if (_kept == _block.Length)
        {
            RandomAccess.Write(_file, MemoryMarshal.AsBytes(_block.AsSpan()), _written * RunBlock.FactLength);
            _written += _kept;
            _kept = 0;
        }
    }

    /// <summary>All facts.</summary>
    public IEnumerable<Fact> Read()
    {
        var block = new Fact[RunBlock.Facts];
        for (var read = 0L; read < _written; read += block.Length)
        {
            Fill(block, read * RunBlock.FactLength);
            foreach (var fact in block)
            {
                yield return fact;
            }
        }

        for (var place = 0; place < _kept; place++)
        {
            yield return _block[place];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Fill(Fact[] block, long offset)
    {
        var bytes = MemoryMarshal.AsBytes(block.AsSpan());
        while (bytes.Length > 0)
        {
            var count = RandomAccess.Read(_file, bytes, offset);
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            bytes = bytes[count..];
            offset += count;
        }
    }
}

using System.Runtime.InteropServices;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>Sorted runs of facts behind each other in a temporary file, to be read again and again.</summary>
public sealed class FactStore : IDisposable
{
    private const int BlockLength = 256;

    private readonly FileStream _file = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        });

    /// <summary>Adds a run.</summary>
    /// <returns>Where it lies.</returns>
    public Run Add(FactRuns facts)
    {
        var start = _file.Seek(0, SeekOrigin.End);
        facts.Write(_file);
        _file.Flush();
        return new Run(start, (_file.Position - start) / Marshal.SizeOf<Fact>());
    }

    /// <summary>The facts of a run.</summary>
    public IEnumerable<Fact> Read(Run run)
    {
        var block = new Fact[BlockLength];
        for (var read = 0L; read < run.Count;)
        {
            var count = (int)Math.Min(block.Length, run.Count - read);
            _file.Position = run.Start + (read * Marshal.SizeOf<Fact>());
            _file.ReadExactly(MemoryMarshal.AsBytes(block.AsSpan(0, count)));
            for (var i = 0; i < count; i++)
            {
                yield return block[i];
            }

            read += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Where a run lies.</summary>
    /// <param name="Start">Offset in bytes.</param>
    /// <param name="Count">Number of facts.</param>
    public readonly record struct Run(long Start, long Count);
}

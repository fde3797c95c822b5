namespace Kpr.Core.Memory;

/// <summary>Where the bytes of a run lie: a blob, a file. Read by ranges, several at a time.</summary>
public interface IRunSource
{
    /// <summary>Name of the run, for messages about it.</summary>
    string Name { get; }

    /// <summary>Length in bytes.</summary>
    long Length { get; }

    /// <summary>Reads a range to its end.</summary>
    /// <param name="offset">First byte.</param>
    /// <param name="target">Filled from beginning to end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="EndOfStreamException">There are fewer bytes than <see cref="Length"/> says.</exception>
    Task ReadAsync(long offset, Memory<byte> target, CancellationToken cancellationToken);
}

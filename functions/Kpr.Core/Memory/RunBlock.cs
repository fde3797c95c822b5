using System.Runtime.InteropServices;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Memory;

/// <summary>
/// What a run's index says of a block of facts: where it begins in the order, and the sum of its bytes. The index stands
/// behind the blocks, and behind it a <see cref="RunEnd"/>; all as it lies in memory, little endian.
/// </summary>
/// <param name="Key">Key of the block's first fact.</param>
/// <param name="Kind">Kind of the block's first fact.</param>
/// <param name="Sum">Sum of the block's bytes.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct RunBlock(UInt128 Key, ulong Kind, ulong Sum)
{
    /// <summary>Number of facts in each block but the last: 18 kB, about what storage reads at a time anyway.</summary>
    public const int Facts = 256;

    /// <summary>Length of a fact.</summary>
    public static readonly int FactLength = Marshal.SizeOf<Fact>();

    /// <summary>Length of a full block.</summary>
    public static readonly int Length = Facts * FactLength;

    /// <summary>Where the block begins in the order.</summary>
    public FactKey First => new((FactKind)Kind, Key);

    /// <summary>A sum that tells damage, not forgery: nobody but the register writes here.</summary>
    public static ulong SumOf(ReadOnlySpan<byte> bytes)
    {
        var hash = default(ContentHash);
        foreach (var word in MemoryMarshal.Cast<byte, long>(bytes))
        {
            hash.Add(word);
        }

        return (ulong)hash.Value;
    }
}

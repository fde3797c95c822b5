using System.Runtime.InteropServices;

namespace Kpr.Core.Memory;

/// <summary>The last bytes of a run.</summary>
/// <param name="Mark">Says what this is: <see cref="ThisIs"/>.</param>
/// <param name="Facts">Number of facts.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="IndexSum">Sum of the index.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct RunEnd(ulong Mark, long Facts, long Blocks, ulong IndexSum)
{
    /// <summary>"KPRRUN01".</summary>
    public const ulong ThisIs = 0x3130_4E55_5252_504B;

    /// <summary>Length in bytes.</summary>
    public static readonly int Length = Marshal.SizeOf<RunEnd>();
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Kpr.Core.Formats;

/// <summary>
/// A fast 128-bit hash of field values, the same on every machine and in every process. Not for secrets: a
/// sender who forges a collision only hides a record of its own.
/// </summary>
/// <remarks>The framework has no such hash that is stable across processes, and System.IO.Hashing is not to be had (packages).</remarks>
public struct ContentHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    private ulong _a;
    private ulong _b;

    /// <summary>Adds a value; null differs from empty.</summary>
    public void Add(string? value)
    {
        if (value is null)
        {
            Mix(ulong.MaxValue);
            return;
        }

        Add(value.AsSpan());
    }

    /// <summary>Adds a value and its length, so that neighbours cannot flow into each other.</summary>
    public void Add(ReadOnlySpan<char> value)
    {
        // On a copy, which can stay in registers.
        var hash = this;
        hash.Mix((ulong)value.Length);
        var words = MemoryMarshal.Cast<char, ulong>(value);
        foreach (var word in words)
        {
            hash.Mix(word);
        }

        ulong rest = 0;
        foreach (var c in value[(words.Length * 4)..])
        {
            rest = (rest << 16) | c;
        }

        hash.Mix(rest);
        this = hash;
    }

    /// <summary>Adds bytes and their number.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        var hash = this;
        hash.Mix((ulong)value.Length);
        var words = MemoryMarshal.Cast<byte, ulong>(value);
        foreach (var word in words)
        {
            hash.Mix(word);
        }

        ulong rest = 0;
        foreach (var b in value[(words.Length * 8)..])
        {
            rest = (rest << 8) | b;
        }

        hash.Mix(rest);
        this = hash;
    }

    /// <summary>Adds a number.</summary>
    public void Add(long value) => Mix((ulong)value);

    /// <summary>The hash of what was added.</summary>
    public readonly UInt128 Value => new(Finish(_a + _b), Finish(_b ^ First));

    /// <summary>Hash of one text, as a number of 64 bits.</summary>
    public static ulong Of(ReadOnlySpan<char> value)
    {
        var hash = default(ContentHash);
        hash.Add(value);
        return (ulong)hash.Value;
    }

    /// <summary>Hash of one text, as a number of 128 bits.</summary>
    public static UInt128 Of128(ReadOnlySpan<char> value)
    {
        var hash = default(ContentHash);
        hash.Add(value);
        return hash.Value;
    }

    private static ulong Finish(ulong x)
    {
        x = (x ^ (x >> 32)) * Second;
        x = (x ^ (x >> 29)) * First;
        return x ^ (x >> 32);
    }

    // Inlined, so that the loop's copy of the hash does stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mix(ulong word)
    {
        _a = BitOperations.RotateLeft(_a ^ (word * First), 27) * Second;
        _b = (BitOperations.RotateLeft(_b + word, 31) * First) + Second;
    }
}

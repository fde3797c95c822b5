using System.Buffers.Binary;

namespace Kpr.Local.Generation;

/// <summary>
/// Random numbers by SplitMix64: the same for the same seed on every machine and with every runtime, which
/// <see cref="System.Random"/> does not promise.
/// </summary>
/// <param name="seed">Any number.</param>
internal sealed class SplitMix(ulong seed)
{
    private const int ShortestIdentity = 11;

    private ulong _state = seed;

    /// <summary>A generator of its own for a part of the set, so that parts do not depend on each other's length.</summary>
    public static SplitMix For(ulong seed, params ReadOnlySpan<ulong> path)
    {
        var state = seed;
        foreach (var step in path)
        {
            state = new SplitMix(state ^ (step * 0x9FB21C651E98DF25)).Next();
        }

        return new SplitMix(state);
    }

    /// <summary>Any 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var x = _state;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    /// <summary>A number from zero to below a limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True with a probability given in thousandths.</summary>
    public bool PerMille(int thousandths) => Below(1_000) < thousandths;

    /// <summary>True with a probability from 0 to 1, exact to one in 2^53.</summary>
    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>One of several, by weight.</summary>
    public T Weighted<T>(IReadOnlyList<(T Value, int Weight)> values)
    {
        var total = 0;
        foreach (var (_, weight) in values)
        {
            total += weight;
        }

        var at = Below(total);
        foreach (var (value, weight) in values)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("Weights cannot all be zero.");
    }

    /// <summary>
    /// A GUID of version 4 without a run of digits as long as an identity number: findings mask such runs, wherever they stand.
    /// </summary>
    public Guid Guid()
    {
        while (true)
        {
            var guid = AnyGuid();
            if (!HasLongRun(guid.ToString()))
            {
                return guid;
            }
        }
    }

    private static bool HasLongRun(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = char.IsAsciiDigit(c) ? run + 1 : 0;
            if (run >= ShortestIdentity)
            {
                return true;
            }
        }

        return false;
    }

    private Guid AnyGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Next());
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}

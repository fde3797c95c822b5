using System.Security.Cryptography;
using System.Text;

namespace Kpr.Core.Cases;

/// <summary>The hash chain over a stream: each event's hash is over the hash before it and its own bytes, so that no event can be changed, left out or moved unseen.</summary>
public static class EventChain
{
    /// <summary>The hash before the first event.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The hash of an event: 64 hexadecimal digits in lower case.</summary>
    /// <param name="previous">The hash of the one before.</param>
    /// <param name="line">Its bytes (<see cref="EventLine"/>).</param>
    public static string Next(string previous, ReadOnlySpan<byte> line)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(previous));
        hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The 1-based place of the first event that does not fit; null when the chain holds.</summary>
    public static long? FindBreak(IEnumerable<(ReadOnlyMemory<byte> Line, string Hash)> stored)
    {
        var (previous, place) = (Start, 0L);
        foreach (var (line, hash) in stored)
        {
            place++;
            if (Next(previous, line.Span) != hash)
            {
                return place;
            }

            previous = hash;
        }

        return null;
    }
}

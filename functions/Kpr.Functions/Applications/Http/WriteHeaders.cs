using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kpr.Functions.Applications.Http;

/// <summary>What every write must say: a key by which it is known when it comes again, and the version of the case that its sender knows.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Version">The version; null for a start.</param>
public sealed record WriteHeaders(string Key, long? Version)
{
    /// <summary>The header of the key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Reads the headers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="versioned">Whether a version must be given.</param>
    public static (WriteHeaders? Headers, ProblemResult? Problem) Read(HttpRequest request, bool versioned)
    {
        if (request.Headers[KeyHeader] is not [{ Length: > 0 } key])
        {
            return (null, ProblemResult.Of(request.Headers[KeyHeader].Count > 1 ? Problems.BadHeader : Problems.NoKey, KeyHeader));
        }

        if (key.Length > LongestKey || key.Any(letter => letter is < '!' or > '~'))
        {
            return (null, ProblemResult.Of(Problems.BadHeader, KeyHeader));
        }

        if (!versioned)
        {
            return (new WriteHeaders(key, null), null);
        }

        if (request.Headers.IfMatch is not [{ Length: > 0 } tag])
        {
            return (null, ProblemResult.Of(request.Headers.IfMatch.Count > 1 ? Problems.BadHeader : Problems.NoVersion, "If-Match"));
        }

        return tag is ['"', .. var digits, '"'] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (new WriteHeaders(key, version), null)
            : (null, ProblemResult.Of(Problems.BadHeader, "If-Match"));
    }
}

namespace Kpr.Core.Statistics.Requests;

/// <summary>Which bucket a key falls in: the same on every machine. Text hashes of the runtime are not.</summary>
internal static class KeyBuckets
{
    /// <summary>The bucket.</summary>
    /// <param name="key">The key.</param>
    /// <param name="buckets">How many buckets there are.</param>
    public static int Of(ReadOnlySpan<char> key, int buckets)
    {
        var hash = 2166136261u;
        foreach (var letter in key)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)(hash % (uint)buckets);
    }
}

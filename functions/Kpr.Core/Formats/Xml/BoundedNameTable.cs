using System.Xml;

namespace Kpr.Core.Formats.Xml;

/// <summary>
/// A table of names that holds so many and no more: the XML reader keeps every name it meets, also those of
/// elements that are passed over.
/// </summary>
/// <param name="limit">Number of names.</param>
/// <param name="beyond">Makes what is thrown at the first name beyond.</param>
internal sealed class BoundedNameTable(int limit, Func<Exception> beyond) : NameTable
{
    private const int RecentNames = 512;

    private readonly string?[] _recent = new string?[RecentNames];
    private int _names;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len)
    {
        if (len == 0)
        {
            return "";
        }

        // A file has few names: most are found by a glance, without the table's hashing. The factors keep the names of the formats apart.
        ref var recent = ref _recent[((key[start + (len / 2)] * 67) + (key[start + len - 1] * 29) + (len * 11) + key[start]) % RecentNames];
        return recent is { } known && known.AsSpan().SequenceEqual(key.AsSpan(start, len))
            ? known
            : recent = Get(key, start, len) ?? Counted(base.Add(key, start, len));
    }

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string added) => ++_names <= limit ? added : throw beyond();
}

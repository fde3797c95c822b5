using System.Xml;

namespace Kpr.Core.Formats.Xml;

/// <summary>
/// A table of names that holds so many and no more: the XML reader keeps every name it meets, also those of
/// elements that are passed over. The names met last are found without the framework's hash, which guards against
/// chosen keys and costs more than all else about a name.
/// </summary>
/// <param name="limit">Number of names.</param>
/// <param name="beyond">Makes what is thrown at the first name beyond.</param>
internal sealed class BoundedNameTable(int limit, Func<Exception> beyond) : NameTable
{
    private const int RecentNames = 256;

    private readonly string?[] _recent = new string?[RecentNames];
    private int _names;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len)
    {
        var name = key.AsSpan(start, len);
        ref var recent = ref _recent[PlaceOf(name)];
        return recent is not null && name.SequenceEqual(recent) ? recent : recent = Get(key, start, len) ?? Counted(base.Add(key, start, len));
    }

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private static int PlaceOf(ReadOnlySpan<char> name) =>
        name.IsEmpty ? 0 : ((name.Length * 37) ^ (name[0] * 5) ^ (name[^1] * 17) ^ (name[name.Length / 2] * 3)) % RecentNames;

    private string Counted(string added) => ++_names <= limit ? added : throw beyond();
}

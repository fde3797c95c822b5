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
    private int _names;

    /// <inheritdoc/>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    /// <inheritdoc/>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string added) => ++_names <= limit ? added : throw beyond();
}

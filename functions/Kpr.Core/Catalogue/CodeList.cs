namespace Kpr.Core.Catalogue;

/// <summary>A national code list (kodeverk). Looking up a code does not allocate.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, CodeListEntry>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    // Most codes are one character, and most values are asked for: an annual report has twenty scores a person.
    private readonly UInt128 _ofOneCharacter;

    internal CodeList(string number, IReadOnlyList<CodeListEntry> entries)
    {
        Number = number;
        Entries = entries;

        // A plain dictionary: a frozen one looks up no faster on a dozen codes and costs a cold process far more to build.
        var byCode = new Dictionary<string, CodeListEntry>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            // A code comes again only where its meaning has changed: the latest meaning first, the others behind it.
            if (!byCode.TryAdd(entry.Code, entry)) byCode[entry.Code] = Linked(byCode[entry.Code], entry);
        }

        _byCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var entry in entries)
        {
            _ofOneCharacter |= entry.Code is [< (char)128 and var only] ? UInt128.One << only : UInt128.Zero;
        }
    }

    /// <summary>Number of the list: the last part of its OID.</summary>
    public string Number { get; }

    /// <summary>The list's OID.</summary>
    public string Oid => CodeLists.OidPrefix + Number;

    /// <summary>All codes, in the order of the list.</summary>
    public IReadOnlyList<CodeListEntry> Entries { get; }

    /// <summary>Whether the list has the code, exactly as written, whenever in use.</summary>
    public bool Contains(ReadOnlySpan<char> code) =>
        code is [< (char)128 and var only] ? ((_ofOneCharacter >> only) & 1) != 0 : _byCode.ContainsKey(code);

    /// <summary>Whether the list has the code, exactly as written, and it is in use on a day.</summary>
    public bool Contains(ReadOnlySpan<char> code, DateOnly on) => Find(code, on) is not null;

    /// <summary>The code with its latest names, or null.</summary>
    public CodeListEntry? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var entry) ? entry : null;

    /// <summary>The code with the names it has on a day; null when it is not in use then.</summary>
    public CodeListEntry? Find(ReadOnlySpan<char> code, DateOnly on)
    {
        for (var entry = Find(code); entry is not null; entry = entry.Earlier)
        {
            if (entry.Validity.Contains(on)) return entry;
        }

        return null;
    }

    private static CodeListEntry Linked(CodeListEntry chain, CodeListEntry entry) =>
        (entry.Validity.From ?? DateOnly.MinValue) >= (chain.Validity.From ?? DateOnly.MinValue)
            ? entry with { Earlier = chain }
            : chain with { Earlier = chain.Earlier is null ? entry : Linked(chain.Earlier, entry) };
}

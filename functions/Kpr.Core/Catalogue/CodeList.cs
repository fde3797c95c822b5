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
        _byCode = entries.ToDictionary(entry => entry.Code, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
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

    /// <summary>Whether the list has the code, exactly as written.</summary>
    public bool Contains(ReadOnlySpan<char> code) =>
        code is [< (char)128 and var only] ? ((_ofOneCharacter >> only) & 1) != 0 : _byCode.ContainsKey(code);

    /// <summary>The code with its names, or null.</summary>
    public CodeListEntry? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var entry) ? entry : null;
}

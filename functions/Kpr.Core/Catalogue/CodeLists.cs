using System.Diagnostics.CodeAnalysis;

namespace Kpr.Core.Catalogue;

/// <summary>The code lists of <see cref="ReferenceData.Default"/>. Rules ask <see cref="ReferenceData.CodeLists"/> of their file instead.</summary>
public static class CodeLists
{
    /// <summary>What stands before the list's number in an OID.</summary>
    public const string OidPrefix = "2.16.578.1.12.4.1.1.";

    /// <summary>All lists.</summary>
    public static IReadOnlyCollection<CodeList> All => ReferenceData.Default.CodeLists.All;

    /// <summary>The list of a number that the program itself names.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static CodeList Get(string number) => ReferenceData.Default.CodeLists.Get(number);

    /// <summary>The list of a number or whole OID read from a file.</summary>
    public static bool TryGet(ReadOnlySpan<char> numberOrOid, [NotNullWhen(true)] out CodeList? list) =>
        ReferenceData.Default.CodeLists.TryGet(numberOrOid, out list);
}

using System.Collections.Frozen;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Invoices.Checking;

/// <summary>The code lists of the format, as data.</summary>
public static class InvoiceCodes
{
    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> Lists = new(Load);

    /// <summary>Whether a list has a code.</summary>
    /// <param name="list">Name of the list, for example <c>currency</c>.</param>
    /// <param name="code">The code, exactly as written.</param>
    public static bool Has(string list, string code) => Lists.Value[list].Contains(code);

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        var table = ReferenceTable.Embedded("invoice-codes.csv");
        var (list, codes) = (table.Column("list"), table.Column("codes"));
        return table.Rows.ToFrozenDictionary(row => row[list], row => row[codes].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}

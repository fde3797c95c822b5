using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Scan;

/// <summary>What a <see cref="LeakScan"/> looks for, beside identity numbers.</summary>
public sealed record LeakScanOptions
{
    /// <summary>Identity numbers alone.</summary>
    public static LeakScanOptions Default { get; } = new();

    /// <summary>The rule for the first check digit. Default: that of the numbers there are.</summary>
    public CheckDigitRule CheckDigits { get; init; } = CheckDigitRule.Current;

    /// <summary>Register keys that must not occur; null: any text with the form of one is a finding.</summary>
    public PersonSet? Persons { get; init; }

    /// <summary>Texts that must not occur, each of 4 to 64 bytes.</summary>
    public IReadOnlyList<string> Canaries { get; init; } = [];

    /// <summary>
    /// Columns of a CSV file with a header in which eleven digits are no identity number (account numbers, hashes); empty: none, and the content need not be CSV. Keys and
    /// canaries are looked for there too.
    /// </summary>
    public IReadOnlyList<string> ExemptColumns { get; init; } = [];
}

using Kpr.Core.Statistics.Rules;

namespace Kpr.Local.Tables;

/// <summary>What <c>kpr table protect</c> and <c>kpr table audit</c> are asked for.</summary>
/// <param name="File">The table.</param>
/// <param name="Count">The column of counts.</param>
/// <param name="By">The columns of dimensions, in order.</param>
/// <param name="Hierarchies">Columns and the files of their groupings.</param>
/// <param name="TotalCode">The code of margins.</param>
/// <param name="HideBelow">Counts below this are hidden.</param>
/// <param name="Width">The least width of a hidden cell's interval.</param>
/// <param name="Zeros">What becomes of zeros.</param>
/// <param name="Out">Where the published table goes; null for nowhere.</param>
/// <param name="Audit">Where the audit goes; null for stdout.</param>
internal sealed record TableOptions(
    string File,
    string Count,
    IReadOnlyList<string> By,
    IReadOnlyList<(string Column, string File)> Hierarchies,
    string TotalCode,
    int HideBelow,
    int Width,
    ZeroPolicy Zeros,
    string? Out,
    string? Audit)
{
    /// <summary>The primary rules that follow.</summary>
    public PrimaryRules Rules => new() { HideBelow = HideBelow, Zeros = Zeros };
}

using System.Globalization;

namespace Kpr.Core.Catalogue.Loading;

/// <summary>Why a set of reference data cannot be taken.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">1-based line; null for the file as a whole.</param>
/// <param name="Column">Name of the column; null for the row as a whole.</param>
/// <param name="Message">What is wrong, in Norwegian.</param>
public sealed record ReferenceFault(string File, int? Line, string? Column, string Message)
{
    /// <summary>The fault as people read it: place and text.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{File}{(Line is null ? "" : $", linje {Line}")}{(Column is null ? "" : $", {Column}")}: {Message}");
}

using System.Collections.Frozen;

namespace Kpr.Core.Formats.Claims;

/// <summary>The tariffs that stand for a consultation (konsultasjon), as the register's statistics derive contact types.</summary>
/// <remarks>Source: the Directorate's method pages for KPR-KUHR. Additional fees (time, specialist) are not among them.</remarks>
internal static class ConsultationTariffs
{
    private static readonly FrozenSet<string> Codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "2ad", "2ae", "2ak", "2aek", "2ed", "2fk",
        "A1a", "A1d", "A2a", "A3a", "A4a", "A7a", "A8a", "A9a", "B0a", "B0d", "B1a", "B2b", "B3a", "C33a", "C34a", "T99");

    /// <summary>Whether the tariff is a consultation.</summary>
    public static bool Contains(string? code) => code is not null && Codes.Contains(code);
}

using System.Globalization;

namespace Kpr.Local.Generation.Claims;

/// <summary>Amounts as both forms write them: kroner with two decimals.</summary>
internal static class Kroner
{
    /// <summary>An amount in øre as text.</summary>
    public static string Text(long ore) =>
        string.Create(CultureInfo.InvariantCulture, $"{(ore < 0 ? "-" : "")}{Math.Abs(ore) / 100}.{Math.Abs(ore) % 100:00}");
}

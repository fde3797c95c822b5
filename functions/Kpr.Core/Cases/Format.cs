using System.Globalization;

namespace Kpr.Core.Cases;

/// <summary>Values as refusals and events write them.</summary>
internal static class Format
{
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Kpr.Core.Formats.CareEvents;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>
/// An event in eight bytes that sort by day: a municipality's year fits in memory so, and everything else is made anew
/// from user and service.
/// </summary>
/// <param name="Day">The day of the event.</param>
/// <param name="User">0-based user in the municipality, below 2^24.</param>
/// <param name="Service">0-based service of the user, below 16.</param>
/// <param name="Place">0-based place in the service's history, below 16.</param>
/// <param name="Kind">What happened.</param>
internal readonly record struct CareEventKey(DateOnly Day, int User, int Service, int Place, CareEventKind Kind)
{
    /// <summary>Packs the event.</summary>
    public ulong Pack() => ((ulong)Day.DayNumber << 40) | ((ulong)User << 16) | ((ulong)Service << 12) | ((ulong)Place << 8) | (ulong)Kind;

    /// <summary>Reads what <see cref="Pack"/> made.</summary>
    public static CareEventKey Unpack(ulong packed) => new(
        DateOnly.FromDayNumber((int)(packed >> 40)),
        (int)((packed >> 16) & 0xFF_FFFF),
        (int)((packed >> 12) & 0xF),
        (int)((packed >> 8) & 0xF),
        (CareEventKind)(packed & 0xFF));
}

namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>A consultation in eight bytes that sort by day; everything else is made anew from child and step.</summary>
/// <param name="Day">The day.</param>
/// <param name="Child">0-based child in the municipality, below 2^24.</param>
/// <param name="Step">Place among the steps; <see cref="ExtraStep"/> for one outside the programme.</param>
internal readonly record struct ConsultationKey(DateOnly Day, int Child, int Step)
{
    /// <summary>Stands for a consultation outside the programme.</summary>
    public const int ExtraStep = 0xFF;

    /// <summary>Packs the consultation.</summary>
    public ulong Pack() => ((ulong)Day.DayNumber << 40) | ((ulong)Child << 16) | (uint)Step;

    /// <summary>Reads what <see cref="Pack"/> made.</summary>
    public static ConsultationKey Unpack(ulong packed) =>
        new(DateOnly.FromDayNumber((int)(packed >> 40)), (int)((packed >> 16) & 0xFF_FFFF), (int)(packed & 0xFF));
}

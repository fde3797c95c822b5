namespace Kpr.Core.Pricing;

/// <summary>How much of worked time is charged by a list. A function of all minutes so far, so that work billed in parts costs what it costs in one.</summary>
internal static class ChargedTime
{
    /// <summary>Hundredths of hours that are charged for so many minutes, without the minimum.</summary>
    public static long Of(int minutes, PriceList list, DeliveryKind kind)
    {
        if (kind == DeliveryKind.Statistics)
        {
            minutes = minutes < list.StatisticsFreeBelow ? 0 : Math.Max(0, minutes - list.StatisticsFreeFirst);
        }

        return list.Counting == HourCounting.StartedHours ? (minutes + 59) / 60 * 100L : minutes / 15 * 25L;
    }

    /// <summary>Hundredths of hours up to the list's minimum; 0 when the minimum is reached, or nothing was done.</summary>
    public static long MissingToMinimum(int minutes, PriceList list, DeliveryKind kind) =>
        kind == DeliveryKind.PersonLevel && minutes > 0 && minutes < list.PersonLevelMinimum
            ? Math.Max(0, Of(list.PersonLevelMinimum, list, kind) - Of(minutes, list, kind))
            : 0;
}

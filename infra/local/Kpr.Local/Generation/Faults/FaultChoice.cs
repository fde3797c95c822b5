namespace Kpr.Local.Generation.Faults;

/// <summary>Chooses a kind of fault for a record.</summary>
internal static class FaultChoice
{
    /// <summary>Plants one of the kinds that fit.</summary>
    public static void Plant<TDraft>(IReadOnlyList<IRecordFault<TDraft>> kinds, TDraft record, SplitMix random)
        where TDraft : RecordDraft
    {
        var fitting = new List<(IRecordFault<TDraft>, int)>(kinds.Count);
        foreach (var kind in kinds)
        {
            if (kind.Fits(record))
            {
                fitting.Add((kind, kind.Weight));
            }
        }

        random.Weighted<IRecordFault<TDraft>>(fitting).Plant(record, random);
    }
}

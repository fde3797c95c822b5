namespace Kpr.Local.Generation.Faults;

/// <summary>A kind of fault that can be planted in a record. One class a kind; it alone knows what the register must find.</summary>
/// <typeparam name="TDraft">The records that the kind fits.</typeparam>
internal interface IRecordFault<in TDraft>
    where TDraft : RecordDraft
{
    /// <summary>How often the kind is chosen, beside the others.</summary>
    int Weight => 2;

    /// <summary>Whether the kind can be planted in this very record.</summary>
    bool Fits(TDraft record) => true;

    /// <summary>Changes the record and expects what follows.</summary>
    void Plant(TDraft record, SplitMix random);
}

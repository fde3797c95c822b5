namespace Kpr.Core.Formats.Xpr;

/// <summary>The columns of the register that every notification has, whatever the module.</summary>
internal static class NotificationColumns
{
    /// <summary>The columns in order.</summary>
    public static IReadOnlyList<RegisterColumn> All { get; } =
    [
        new("notifikasjonGUID", "string", "Notifikasjonens GUID"),
        new("statusNotifikasjon", "string", "N ny, M erstatter, C annullerer", "7316"),
        new("notifikasjonTid", "string", "Når notifikasjonen ble laget, som sendt"),
        new("notifikasjonLopeNr", "string", "Løpenummer i kommunen"),
        new("notifikasjonForrigeGUID", "string", "GUID til notifikasjonen foran"),
        new("notifikasjonRef", "string", "GUID til notifikasjonen som erstattes eller annulleres"),
    ];

    /// <summary>Writes the values of a record in the order of the columns.</summary>
    public static void Write(XprRecord record, Span<string?> values)
    {
        ReadOnlySpan<string?> own =
        [
            record.RecordId, record.StatusNotifikasjon, record.NotifikasjonTid, record.NotifikasjonLopeNr, record.NotifikasjonForrigeGuid, record.NotifikasjonRef,
        ];
        own.CopyTo(values);
    }
}

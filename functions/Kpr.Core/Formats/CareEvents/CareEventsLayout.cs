using System.Globalization;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>How care events lie in the register: a partition a year and municipality.</summary>
public sealed class CareEventsLayout : RegisterLayout
{
    /// <inheritdoc/>
    public override string Folder => "care-events";

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("notifikasjonGUID", "string", "Notifikasjonens GUID"),
        new("statusNotifikasjon", "string", "N ny, M erstatter, C annullerer", "7316"),
        new("notifikasjonTid", "string", "Når notifikasjonen ble laget, som sendt"),
        new("notifikasjonLopeNr", "string", "Løpenummer i kommunen"),
        new("notifikasjonForrigeGUID", "string", "GUID til notifikasjonen foran"),
        new("notifikasjonRef", "string", "GUID til notifikasjonen som erstattes eller annulleres"),
        new("hendelse", "string", "Hendelsesklasse"),
        new("hendelseGUID", "string", "Hendelsens GUID"),
        new("hendelseDato", "date", "Hendelsens dato"),
        new("hendelseRegTid", "string", "Når hendelsen ble registrert, som sendt"),
        new("tjenesteType", "string", "Tjenestetype", "9151"),
        new("tjenesteID", "string", "Tjenestens lokale nøkkel"),
        new("midlertidigStoppID", "string", "Pausens lokale nøkkel"),
        new("tjenesteOrgNr", "string", "Tjenesteutførers organisasjonsnummer"),
        new("pasientGUID", "string", "Personens GUID hos avsender"),
        new("brukerNr", "string", "Lokalt brukernummer"),
        new("bydel", "string", "Bydel", "3403"),
    ];

    /// <inheritdoc/>
    public override string Partition(FeedRecord record, string sender) =>
        string.Create(CultureInfo.InvariantCulture, $"{((CareEvent)record).EventDay!.Value.Year:D4}/{sender}");

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var care = (CareEvent)record;
        ReadOnlySpan<string?> own =
        [
            care.RecordId, care.StatusNotifikasjon, care.NotifikasjonTid, care.NotifikasjonLopeNr, care.NotifikasjonForrigeGuid,
            care.NotifikasjonRef, care.Kind.ToString(), care.HendelseGuid,
            care.EventDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), care.HendelseRegTid, care.TjenesteType, care.TjenesteId,
            care.MidlertidigStoppId, care.TjenesteOrgNr, care.PasientGuid, care.BrukerNr, care.Bydel,
        ];
        own.CopyTo(values);
    }
}

using System.Globalization;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>How care events lie in the register: a partition a year and municipality.</summary>
public sealed class CareEventsLayout : RegisterLayout
{
    /// <inheritdoc/>
    public override string Folder => "care-events";

    /// <inheritdoc/>
    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        .. NotificationColumns.All,
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
    public override IReadOnlyCollection<string> ServicesOf(ReadOnlySpan<string?> values) => values[ServicePlace] is { Length: > 0 } service ? [service] : [];

    /// <inheritdoc/>
    public override void Write(FeedRecord record, Span<string?> values)
    {
        var care = (CareEvent)record;
        NotificationColumns.Write(care, values);
        ReadOnlySpan<string?> own =
        [
            care.Kind.ToString(), care.HendelseGuid, care.EventDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            care.HendelseRegTid, care.TjenesteType, care.TjenesteId, care.MidlertidigStoppId, care.TjenesteOrgNr, care.PasientGuid,
            care.BrukerNr, care.Bydel,
        ];
        own.CopyTo(values[NotificationColumns.All.Count..]);
    }

    private static readonly int ServicePlace = new CareEventsLayout().PlaceOf("tjenesteType");
}

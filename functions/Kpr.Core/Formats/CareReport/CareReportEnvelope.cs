using Kpr.Core.Catalogue;

namespace Kpr.Core.Formats.CareReport;

/// <summary>The message (Melding) of a shipment: header (Hode), what the report is about (Ident), and control counts.</summary>
public sealed class CareReportEnvelope : MunicipalEnvelope
{
    private static readonly string[] NeededContacts = ["16", "17"];

    /// <summary>The kind of shipment, by the root's namespace.</summary>
    public required CareReportShipment Shipment { get; init; }

    /// <summary>When the message was made; date and time with zone.</summary>
    public string? GenerertTid { get; set; }

    /// <summary>Communication address (HER-id) of the sender.</summary>
    public string? AvsenderHerId { get; set; }

    /// <summary>Communication address (HER-id) of the recipient.</summary>
    public string? MottakerHerId { get; set; }

    /// <summary>Organisation number of the sender.</summary>
    public string? AvsenderOrgNr { get; set; }

    /// <summary>Whether the header is there.</summary>
    public bool HasHode { get; set; }

    /// <summary>Serial number of the report, rising within municipality and year; null when it is missing or none.</summary>
    public long? SerialNumber { get; set; }

    /// <summary>The municipality's number as stated.</summary>
    public string? KommuneNr { get; set; }

    /// <summary>Whether the report says that there is nothing to report: "1" (F24).</summary>
    public string? Nullrapport { get; set; }

    /// <summary>Number of persons as stated (KPR_IDE).</summary>
    public string? AntallPersoner { get; set; }

    /// <summary>Number of users as stated (KPR_IPL).</summary>
    public string? AntallBrukere { get; set; }

    /// <summary>Number of services as stated (KPR_IPL).</summary>
    public string? AntallTjenester { get; set; }

    /// <summary>Number of services read.</summary>
    public long Services { get; set; }

    /// <summary>The year that the report is about; null when the period does not tell.</summary>
    public int? DataYear => PeriodTo?.Year;

    /// <summary>The version, when the register knows it.</summary>
    public CareReportVersion? Version => CareReportVersions.Find(FormatVersion);

    /// <summary>Whether the report is one of two shipments that belong together.</summary>
    public bool IsPaired => Shipment != CareReportShipment.History;

    /// <summary>Name of a kind of shipment, as a message states it.</summary>
    public static string NameOf(CareReportShipment shipment) => shipment switch
    {
        CareReportShipment.Identity => "KPR_IDE",
        CareReportShipment.Professional => "KPR_IPL",
        _ => "IPLOS",
    };

    /// <inheritdoc/>
    public override MessageOrigin? Origin => Shipment == CareReportShipment.History
        ? null
        : MessageOrigin.Of(NameOf(Shipment), MadeAt, AvsenderOrgNr, AvsenderHerId);

    /// <inheritdoc/>
    public override bool IsAnnual => true;

    /// <inheritdoc/>
    public override bool TakesVersion =>
        DataYear is { } year ? CareReportVersions.Takes(FormatVersion, Shipment, year) : Version is not null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> DemandedContacts => Shipment == CareReportShipment.Identity ? [] : NeededContacts;

    /// <inheritdoc/>
    public override (string Field, string Message)? TypeFault =>
        Meldingstype == NameOf(Shipment) ? null
        : Meldingstype is null ? ("meldingstype", "Meldingstype mangler (T10).")
        : ("meldingstype", $"Meldingstypen stemmer ikke med innholdet, som er {NameOf(Shipment)} (T10).");

    /// <inheritdoc/>
    public override IReadOnlyList<string> RecipientHerIds => MottakerHerId is { } recipient ? [recipient] : [];

    /// <inheritdoc/>
    public override IEnumerable<ControlTotal> ControlTotals
    {
        get
        {
            if (Shipment == CareReportShipment.Identity)
            {
                return Totals(("antallPersoner", AntallPersoner, Records));
            }

            return Totals(("antallBrukere", AntallBrukere, Records), ("antallTjenester", AntallTjenester, Services));
        }
    }

    private DateTime? MadeAt => XsdTypes.TryDateTime(GenerertTid, out var made, out var zone)
        ? zone is { } offset ? NorwegianTime.ToLocal(new DateTimeOffset(made, offset)).DateTime : made
        : null;

    private static IEnumerable<ControlTotal> Totals(params (string Field, string? Stated, long Counted)[] totals)
    {
        foreach (var (field, stated, counted) in totals)
        {
            if (XsdTypes.TryInteger(stated, out var number))
            {
                yield return new ControlTotal(field, number, counted, IsAmount: false);
            }
        }
    }
}

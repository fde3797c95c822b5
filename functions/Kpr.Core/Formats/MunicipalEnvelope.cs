using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats;

/// <summary>A message of a municipality: what care events, school health and the annual report say of sender's systems, period, contact persons and municipality.</summary>
public abstract class MunicipalEnvelope : MessageEnvelope
{
    /// <summary>The type stated: list 7371 in XPR (B batch, E change, K continuous), the name of the shipment in the annual report.</summary>
    public string? Meldingstype { get; set; }

    /// <summary>Supplier of the journal system.</summary>
    public string? Leverandor { get; set; }

    /// <summary>Name of the journal system.</summary>
    public string? NavnEpj { get; set; }

    /// <summary>Version of the journal system.</summary>
    public string? VersjonEpj { get; set; }

    /// <summary>Version of the extraction.</summary>
    public string? VersjonUt { get; set; }

    /// <summary>First day of the period; null where the module has none, and when it is missing.</summary>
    public string? FraDatoPeriode { get; set; }

    /// <summary>Last day of the period.</summary>
    public string? TilDatoPeriode { get; set; }

    /// <summary>The day on which the data were taken out.</summary>
    public string? UttakDato { get; set; }

    /// <summary>Serial number of the message.</summary>
    public string? Lopenr { get; set; }

    /// <summary>First day of the period; null when it is missing or no date.</summary>
    public DateOnly? PeriodFrom { get; set; }

    /// <summary>Last day of the period; null when it is missing or no date.</summary>
    public DateOnly? PeriodTo { get; set; }

    /// <summary>The day on which the data were taken out; null when it is missing or no date.</summary>
    public DateOnly? ExtractedOn { get; set; }

    /// <summary>The contact persons, at most the first hundred.</summary>
    public IList<ContactPerson> Contacts { get; } = [];

    /// <summary>Number of contact persons.</summary>
    public int ContactCount { get; set; }

    /// <summary>The municipality numbers stated (Kommune), with their lines, at most the first hundred.</summary>
    public IList<(string? Number, long Line)> Municipalities { get; } = [];

    /// <summary>Number of municipalities stated.</summary>
    public int MunicipalityCount { get; set; }

    /// <summary>A day of the data year (F09); null when it cannot be told.</summary>
    public virtual DateOnly? DataDay => PeriodTo;

    /// <summary>Whether the message is an annual report: its period is the whole year, and it is final once the year is over (F11, F12).</summary>
    public virtual bool IsAnnual => false;

    /// <summary>Whether the register takes the stated version for the data year (F03).</summary>
    public abstract bool TakesVersion { get; }

    /// <summary>The types of contact person (list 8471) that the module asks for (F20).</summary>
    public abstract IReadOnlyList<string> DemandedContacts { get; }

    /// <inheritdoc/>
    public override string? StatedSender => Municipalities is [({ Length: > 0 } number, _)] ? number : null;

    /// <inheritdoc/>
    public override string SenderField => "kommuneNr";
}

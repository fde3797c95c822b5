namespace Kpr.Core.Formats.CareEvents;

/// <summary>The message (Melding) around care events: sender's systems, contact persons and municipality.</summary>
public sealed class CareEventEnvelope : MessageEnvelope
{
    /// <summary>The type stated (list 7371); fixed K.</summary>
    public string? Meldingstype { get; set; }

    /// <summary>Supplier of the journal system.</summary>
    public string? Leverandor { get; set; }

    /// <summary>Name of the journal system.</summary>
    public string? NavnEpj { get; set; }

    /// <summary>Version of the journal system.</summary>
    public string? VersjonEpj { get; set; }

    /// <summary>Version of the extraction.</summary>
    public string? VersjonUt { get; set; }

    /// <summary>The contact persons, at most the first hundred.</summary>
    public IList<ContactPerson> Contacts { get; } = [];

    /// <summary>Number of contact persons.</summary>
    public int ContactCount { get; set; }

    /// <summary>The municipality numbers stated (Kommune), with their lines, at most the first hundred.</summary>
    public IList<(string? Number, long Line)> Municipalities { get; } = [];

    /// <summary>Number of municipalities stated.</summary>
    public int MunicipalityCount { get; set; }

    /// <inheritdoc/>
    public override (string Field, string Message)? TypeFault => Meldingstype switch
    {
        "K" => null,
        null => ("meldingstype", "Meldingstype mangler (T10)."),
        _ => ("meldingstype", "Meldingstypen er ikke K, løpende oppdatering (T10)."),
    };

    /// <inheritdoc/>
    public override string? StatedSender => Municipalities is [({ Length: > 0 } number, _)] ? number : null;

    /// <inheritdoc/>
    public override string SenderField => "kommuneNr";

    /// <summary>The latest notifikasjonTid of the records: its year is the data year (F09).</summary>
    public DateOnly? LatestNotification { get; set; }
}

using Kpr.Core.Catalogue;

namespace Kpr.Core.Formats.Claims;

/// <summary>
/// What the monthly delivery (KUHR) tells of a claim beside what practices send. Values as delivered; null when missing
/// or, where a rule says so, set to unknown.
/// </summary>
public sealed class DeliveredClaim
{
    private const string Approved = "godkjent";

    /// <summary>The delivery that holds the claim.</summary>
    public DeliveryHeading? Delivery { get; set; }

    /// <summary>Message type (meldingstype, list 8279).</summary>
    public string? MessageType { get; set; }

    /// <summary>Kind of settlement (oppgjorsart, list 8257); physicians only.</summary>
    public string? Settlement { get; set; }

    /// <summary>Claim area (fagomraade).</summary>
    public string? Area { get; set; }

    /// <summary>Practice type (praksistype), four letters.</summary>
    public string? PracticeType { get; set; }

    /// <summary>Id of the practice (praksisId).</summary>
    public string? PracticeId { get; set; }

    /// <summary>Organisation number of the practice (praksisOrgNr).</summary>
    public string? PracticeOrganisation { get; set; }

    /// <summary>Municipality of the practice (praksisKommuneNr).</summary>
    public string? PracticeMunicipality { get; set; }

    /// <summary>The patient's birth year (fodselsaar); null when unknown.</summary>
    public int? BirthYear { get; set; }

    /// <summary>The patient's municipality (bostedKommuneNr); null when unknown.</summary>
    public string? HomeMunicipality { get; set; }

    /// <summary>The patient's city district (bydel); null when there is none or it is unknown.</summary>
    public string? District { get; set; }

    /// <summary>What became of the patient's share (egenandelStatus, list 7463).</summary>
    public string? ShareStatus { get; set; }

    /// <summary>The whole amount (belopOre), in øre: refund and share.</summary>
    public long? AmountOre { get; set; }

    /// <summary>The claim that this one credits (krediterer); null when it credits none or the id is malformed.</summary>
    public Guid? Credits { get; set; }

    /// <summary>What the claims system decided (status): godkjent or avvist.</summary>
    public string? Status { get; set; }

    /// <summary>Numbers of the claims system's remarks (merknader), with a blank between; null for none.</summary>
    public string? Remarks { get; set; }

    /// <summary>When the practice sent the claim (innsendtTid), Norwegian local time.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>Order numbers of the diagnoses (kodeNr), beside <see cref="Claim.Diagnoser"/>; zero where malformed.</summary>
    public List<int> DiagnosisNumbers { get; } = [];

    /// <summary>The patient's share of each tariff, in øre, beside <see cref="Claim.Takster"/>; null where not told.</summary>
    public List<long?> TariffShares { get; } = [];

    /// <summary>Hash of the claim's rows, its id among them.</summary>
    public UInt128 Content { get; set; }

    /// <summary>The service of the message type.</summary>
    public ClaimService Service => ClaimServices.OfMessageType(MessageType);

    /// <summary>Whether the claims system refused the claim; such claims are kept apart (K25).</summary>
    public bool IsRefused => Status is not null and not Approved;

    /// <summary>Empties all but the delivery.</summary>
    public void Clear()
    {
        MessageType = Settlement = Area = PracticeType = PracticeId = PracticeOrganisation = PracticeMunicipality = null;
        HomeMunicipality = District = ShareStatus = Status = Remarks = null;
        BirthYear = null;
        AmountOre = null;
        Credits = null;
        SubmittedAt = null;
        DiagnosisNumbers.Clear();
        TariffShares.Clear();
    }

    /// <summary>Name of the service in the register's folders: of the practice type, else of the message type.</summary>
    public string ServiceFolder() =>
        (PracticeType is null ? null : PracticeTypes.Find(PracticeType)?.Folder) ?? (Service == ClaimService.Physician ? ClaimService.Unknown : Service).Folder();
}

using Kpr.Core.Identity;
using Kpr.Core.Rules;

namespace Kpr.Core.Formats.Claims;

/// <summary>
/// A claim (Enkeltregning, regning) of a provider, of either form. The properties bear the JSON form's names and
/// hold the values as sent; null when missing or empty.
/// </summary>
public sealed class Claim : PersonRecord
{
    /// <summary>Number of fields in the European insurance document (eea).</summary>
    public const int EeaFields = 8;

    private readonly ClaimNumbers _numbers = new();
    private string? _recordId;
    private Guid? _id;

    /// <summary>What the monthly delivery tells beside; null where claims come as sent.</summary>
    public DeliveredClaim? Delivered { get; init; }

    /// <summary>What the fields are called in the form that the claim came in.</summary>
    public ClaimFields Fields { get; set; } = ClaimFields.Json;

    /// <summary>The message that holds the claim; in a chunk, what the chunk repeats of it.</summary>
    public ClaimEnvelope? Envelope { get; set; }

    /// <summary>GUID of the claim; braces allowed.</summary>
    public string? Guid { get; set; }

    /// <summary>The same as a number; null when missing or malformed.</summary>
    public Guid? Id
    {
        get => _id ??= GuidKey.TryParse(Guid, out var id) ? id : null;
        set => _id = value;
    }

    /// <summary>Number of the claim, unique at the provider (K04).</summary>
    public string? Regningsnummer { get; set; }

    /// <summary>When the treatment began; date and time, with offset in JSON.</summary>
    public string? Tidspunkt { get; set; }

    /// <summary>The same in Norwegian local time; null when missing or malformed.</summary>
    public DateTime? LocalTime { get; set; }

    /// <summary>The refund asked for, in øre (belop, Refusjon); negative on a credit; null when not told.</summary>
    public long? BelopOre { get; set; }

    /// <summary>The patient's share, in øre (EgenandelHonorar); null when not told, as always in JSON.</summary>
    public long? EgenandelOre { get; set; }

    /// <summary>Whether the refund was sent in a form that cannot be read, so that no total can be made (F17).</summary>
    public bool AmountUnreadable { get; set; }

    /// <summary>Whether the patient has paid the share; null when not told.</summary>
    public bool? BetaltEgenandel { get; set; }

    /// <summary>Whether the claim only corrects the paid flag of an earlier one with the same GUID.</summary>
    public bool KorrigeringBetaltEgenandel { get; set; }

    /// <summary>Whether the claim takes back an earlier one with the same GUID.</summary>
    public bool Kreditering { get; set; }

    /// <summary>Who owes (list 8426); JSON only.</summary>
    public string? Debitor { get; set; }

    /// <summary>Free text; judged (I28), never stored.</summary>
    public string? Merknad { get; set; }

    /// <summary>Why the patient pays no share (list 7461).</summary>
    public string? ArsakFriEgenandel { get; set; }

    /// <summary>Rare medical condition, dentists only.</summary>
    public string? SjeldenMedisinskTilstand { get; set; }

    /// <summary>S: moderated price for siblings, dentists only.</summary>
    public string? Moderasjonskode { get; set; }

    /// <summary>The ground for support, dentists and dental hygienists only (Behandlingsform).</summary>
    public string? Stonadspunkt { get; set; }

    /// <summary>Whether anything at all is told of a patient.</summary>
    public bool HasPatient { get; set; }

    /// <summary>The patient's family name; judged, never stored.</summary>
    public string? Etternavn { get; set; }

    /// <summary>The patient's given name; judged, never stored.</summary>
    public string? Fornavn { get; set; }

    /// <summary>Sex (list 3101).</summary>
    public string? Kjonn { get; set; }

    /// <summary>Country of insurance, ISO 3166 (list 9043).</summary>
    public string? Trygdenasjon { get; set; }

    /// <summary>The patient's number; never to be logged or told.</summary>
    public string? PasientId { get; set; }

    /// <summary>Type of the patient's number: FNR, DNR, HNR, PNR, UID, DUF.</summary>
    public string? PasientIdType { get; set; }

    /// <summary>Birth date as sent.</summary>
    public string? Fodselsdato { get; set; }

    /// <summary>Birth date; null when missing or malformed.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>Whether the patient works in Norway (ArbeidstagerNorge); XML only.</summary>
    public string? ArbeidstagerNorge { get; set; }

    /// <summary>The European insurance document's fields in the order of the format; judged, never stored.</summary>
    public string?[] Eea { get; } = new string?[EeaFields];

    /// <summary>Diagnoses, the main one first.</summary>
    public List<ClaimCode> Diagnoser { get; } = [];

    /// <summary>Date of the referral.</summary>
    public string? HenvisningDato { get; set; }

    /// <summary>Id of the referral at the sender.</summary>
    public string? HenvisningId { get; set; }

    /// <summary>Diagnoses of the referral.</summary>
    public List<ClaimCode> HenvisningDiagnoser { get; } = [];

    /// <summary>Who referred the patient; JSON only, in XML it is <see cref="RelatertBehandler"/>.</summary>
    public ClaimParty HenvistFra { get; set; }

    /// <summary>Who treated the patient, where that is another than the sender.</summary>
    public ClaimParty UtforendeBehandler { get; set; }

    /// <summary>Profession of who treated the patient (list 8401); JSON only.</summary>
    public string? BehandlerProfesjon { get; set; }

    /// <summary>Another practitioner concerned.</summary>
    public ClaimParty RelatertBehandler { get; set; }

    /// <summary>Organisation that ordered the examination; JSON only.</summary>
    public string? RekvirentOrganisasjon { get; set; }

    /// <summary>HPR number of who ordered the examination; JSON only.</summary>
    public string? RekvirentHpr { get; set; }

    /// <summary>Tariffs (takster).</summary>
    public List<ClaimItem> Takster { get; } = [];

    /// <summary>Laboratory codes (NLK); they count as tariffs.</summary>
    public List<ClaimItem> NlkKoder { get; } = [];

    /// <summary>Procedure codes.</summary>
    public List<ClaimItem> Prosedyrekoder { get; } = [];

    /// <summary>NORPAT codes.</summary>
    public List<ClaimItem> NorpatKoder { get; } = [];

    /// <summary>NCRP codes.</summary>
    public List<ClaimItem> NcrpKoder { get; } = [];

    /// <summary>Teeth and regions treated (ISO 3950 with surface).</summary>
    public List<string> Tenner { get; } = [];

    /// <summary>Whether the claim refers to an earlier one, and may leave out patient and treatment.</summary>
    public bool RefersToEarlier => Kreditering || KorrigeringBetaltEgenandel;

    /// <summary>Whether the claim has a tariff or a laboratory code.</summary>
    public bool HasTariff => Takster.Count + NlkKoder.Count > 0;

    /// <summary>
    /// Whether the claim only reports a patient's share: a share (in JSON, which has no amount of it, the paid flag), no
    /// tariff, and no refund.
    /// </summary>
    public bool IsShareOnly =>
        !HasTariff && BelopOre is null or 0 && !AmountUnreadable
        && (Delivered is not null ? EgenandelOre > 0 : EgenandelOre is not null || (ReferenceEquals(Fields, ClaimFields.Json) && BetaltEgenandel is not null));

    /// <summary>When the practice sent the claim, Norwegian local time; null where the form does not tell.</summary>
    public DateTime? SubmittedAt => Delivered is { } delivered ? delivered.SubmittedAt : Envelope?.GeneratedAt;

    /// <summary>Who the claim comes from, as K04 counts: the practice, else the sending organisation.</summary>
    public string Provider => Delivered is { } delivered ? delivered.PracticeId ?? "" : Envelope?.Provider ?? "";

    /// <summary>The service: of the message type, else of the practitioner's profession.</summary>
    public ClaimService Service => Delivered is { } delivered ? delivered.Service : Envelope is { Service: not ClaimService.Unknown } envelope ? envelope.Service : ClaimServices.OfProfession(BehandlerProfesjon);

    /// <summary>The claim area (fagområde) that the tariffs belong to; null when the service is not told.</summary>
    public string? Area => Delivered?.Area ?? Service.Area();

    /// <summary>The day of treatment, Norwegian; null when the time is missing or malformed.</summary>
    public DateOnly? Day => LocalTime is { } time ? DateOnly.FromDateTime(time) : null;

    /// <inheritdoc/>
    public override string? RecordId => _recordId ??= Id?.ToString();

    /// <inheritdoc/>
    public override bool HasPerson => HasPatient || !RefersToEarlier;

    /// <inheritdoc/>
    public override string? IdentityNumber => PasientId;

    /// <inheritdoc/>
    public override string? IdentityTypeText => PasientIdType;

    /// <inheritdoc/>
    public override string IdentityNumberField => Fields.IdentityNumber;

    /// <inheritdoc/>
    public override string IdentityTypeField => Fields.IdentityType;

    /// <inheritdoc/>
    public override Severity IdentityMissingSeverity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override bool IdentityMayBeMissing => BirthDate is not null && (Etternavn is not null || Fornavn is not null);

    /// <inheritdoc/>
    public override bool TypesAreLetters => Delivered is null;

    /// <inheritdoc/>
    public override int? StatedBirthYear => Delivered is { } delivered ? delivered.BirthYear : BirthDate?.Year;

    /// <inheritdoc/>
    public override Sex StatedSex => Kjonn switch { "1" => Sex.Male, "2" => Sex.Female, "9" => Sex.NotSpecified, _ => Sex.Unknown };

    /// <inheritdoc/>
    public override string? FieldHoldingIdentityNumber()
    {
        foreach (var (field, text) in _numbers.Texts(this))
        {
            if (IdentityScan.ContainsNationalId(text))
            {
                return field;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Text)> Texts => _numbers.Texts(this);

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> HprNumbers => _numbers.Hpr(this);

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> OrganisationNumbers => _numbers.Organisations(this);

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> PersonnelNumbers => _numbers.Personnel(this) is { Count: > 0 } numbers ? numbers : [];

    /// <inheritdoc/>
    public override bool TryReadIdentityType(out IdentityType type) => Delivered is not null ? base.TryReadIdentityType(out type)
        : IdentityTypes.TryParseLetters(PasientIdType, out type) && type is IdentityType.BirthNumber or IdentityType.DNumber
            or IdentityType.HNumber or IdentityType.Passport or IdentityType.ForeignIdentity or IdentityType.Duf;

    /// <inheritdoc/>
    public override UInt128 ContentHash() => Delivered is { } delivered ? delivered.Content : ClaimFacts.ContentOf(this);

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        _recordId = null;
        _id = null;
        Delivered?.Clear();
        Envelope = null;
        Guid = Regningsnummer = Tidspunkt = Debitor = Merknad = ArsakFriEgenandel = SjeldenMedisinskTilstand = Moderasjonskode = Stonadspunkt = null;
        LocalTime = null;
        BelopOre = EgenandelOre = null;
        BetaltEgenandel = null;
        AmountUnreadable = KorrigeringBetaltEgenandel = Kreditering = HasPatient = false;
        Etternavn = Fornavn = Kjonn = Trygdenasjon = PasientId = PasientIdType = Fodselsdato = ArbeidstagerNorge = null;
        BirthDate = null;
        Array.Clear(Eea);
        HenvisningDato = HenvisningId = BehandlerProfesjon = RekvirentOrganisasjon = RekvirentHpr = null;
        HenvistFra = UtforendeBehandler = RelatertBehandler = default;
        Diagnoser.Clear();
        HenvisningDiagnoser.Clear();
        Takster.Clear();
        NlkKoder.Clear();
        Prosedyrekoder.Clear();
        NorpatKoder.Clear();
        NcrpKoder.Clear();
        Tenner.Clear();
    }
}

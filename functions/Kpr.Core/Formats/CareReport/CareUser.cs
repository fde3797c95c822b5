using Kpr.Core.Identity;

namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// A user (Bruker) of KPR_IPL, with all that is reported of the year. The properties are the attributes as sent, under
/// the format's own names; null when missing. Rules blank and drop what they say they do.
/// </summary>
public sealed class CareUser : CareReportRecord
{
    private const string Male = "1";
    private const string Female = "2";

    // The same for all users of a reader: the header stands before them. Rules ask for it many times a service.
    private int _dataYear;

    /// <summary>Sex (list 3101).</summary>
    public string? Kjonn { get; set; }

    /// <summary>Birth year; 0 when not known.</summary>
    public string? Fodselsar { get; set; }

    /// <summary>Civil status (list 3103).</summary>
    public string? Sivilstand { get; set; }

    /// <summary>Home municipality, or 9000, 9900, 9999.</summary>
    public string? KomNrHjem { get; set; }

    /// <summary>City district.</summary>
    public string? Bydel { get; set; }

    /// <summary>Day of death.</summary>
    public string? Dodsdato { get; set; }

    /// <summary>Whether the user has objected (motsatt seg): 0 or 1.</summary>
    public string? MotsattSeg { get; set; }

    /// <summary>How the user lives; null when that is missing.</summary>
    public Housing? Housing { get; set; }

    /// <summary>What has been looked into; null when that is missing.</summary>
    public Appraisal? Appraisal { get; set; }

    /// <summary>Help to take part.</summary>
    public List<Participation> Participations { get; } = [];

    /// <summary>Diagnoses.</summary>
    public List<ReportedDiagnosis> Diagnoses { get; } = [];

    /// <summary>Assessments of function.</summary>
    public List<Assessment> Assessments { get; } = [];

    /// <summary>Events of cases.</summary>
    public List<CaseEvent> Cases { get; } = [];

    /// <summary>Services.</summary>
    public List<ReportedService> Services { get; } = [];

    /// <summary>Decisions on coercion.</summary>
    public List<CoercionMeasure> Coercion { get; } = [];

    /// <summary>Birth year; null when it is not known.</summary>
    public int? BirthYear { get; set; }

    /// <summary>Day of death; null when it is missing or no date.</summary>
    public DateOnly? DiedOn { get; set; }

    /// <summary>Number of health items that the objection took out (A43).</summary>
    public int RemovedItems { get; set; }

    /// <summary>The year that the report is about; the year 1 when that is not known, which rejects the file before any rule asks.</summary>
    public int DataYear => _dataYear != 0 ? _dataYear : _dataYear = Report?.DataYear ?? 1;

    /// <summary>First day of the data year.</summary>
    public DateOnly YearStart => new(DataYear, 1, 1);

    /// <summary>Last day of the data year.</summary>
    public DateOnly YearEnd => new(DataYear, 12, 31);

    /// <summary>Age at the end of the data year; null when the birth year is not known.</summary>
    public int? Age => DataYear - BirthYear;

    /// <summary>Whether the user objects to health items.</summary>
    public bool Objects => MotsattSeg == "1";

    /// <summary>Whether the user has a long-term stay (type 21) on the last day of the year.</summary>
    public bool IsLongTermResident => HasActive("21");

    /// <inheritdoc/>
    public override bool HasPerson => false;

    /// <inheritdoc/>
    public override string? IdentityNumber => null;

    /// <inheritdoc/>
    public override string? IdentityTypeText => null;

    /// <summary>There is no number here: what is judged of the person's age is judged of the birth year (I25).</summary>
    public override string IdentityNumberField => "fodselsar";

    /// <inheritdoc/>
    public override string IdentityTypeField => "fodselsar";

    /// <inheritdoc/>
    public override int? StatedBirthYear => BirthYear;

    /// <inheritdoc/>
    public override Sex StatedSex => Kjonn switch
    {
        Male => Sex.Male,
        Female => Sex.Female,
        _ => Sex.Unknown,
    };

    /// <inheritdoc/>
    public override string? StatedSexText => Kjonn;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Number)> OrganisationNumbers
    {
        get
        {
            foreach (var service in Services)
            {
                if (service.TjenesteOrgNr is { } number)
                {
                    yield return ("tjenesteOrgNr", number);
                }
            }
        }
    }

    /// <summary>Whether a service of a type goes on on the last day of the year.</summary>
    public bool HasActive(string type)
    {
        foreach (var service in Services)
        {
            if (service.Is(type) && service.IsActiveOn(YearEnd))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string? FieldHoldingIdentityNumber()
    {
        foreach (var service in Services)
        {
            if (IdentityScan.ContainsNationalId(service.TjenesteId))
            {
                return "tjenesteID";
            }

            if (IdentityScan.ContainsNationalId(service.SakId))
            {
                return "sakID";
            }

            if (IdentityScan.ContainsNationalId(service.TjenesteOrgNr))
            {
                return "tjenesteOrgNr";
            }
        }

        foreach (var one in Cases)
        {
            if (IdentityScan.ContainsNationalId(one.SakId))
            {
                return "sakID";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override UInt128 ContentHash() => CareUserHash.Of(this);

    /// <inheritdoc/>
    protected override void Clear()
    {
        base.Clear();
        Kjonn = Fodselsar = Sivilstand = KomNrHjem = Bydel = Dodsdato = MotsattSeg = null;
        Housing = null;
        Appraisal = null;
        Participations.Clear();
        Diagnoses.Clear();
        Assessments.Clear();
        Cases.Clear();
        Services.Clear();
        Coercion.Clear();
        BirthYear = null;
        DiedOn = null;
        RemovedItems = 0;
    }
}

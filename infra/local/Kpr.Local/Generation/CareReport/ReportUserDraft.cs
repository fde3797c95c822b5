using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.CareReport;

/// <summary>A user of KPR_IPL before it is written.</summary>
/// <param name="person">Whom it is about.</param>
/// <param name="environment">The environment that the file is addressed to.</param>
/// <param name="guid">The sender's GUID.</param>
/// <param name="year">Data year.</param>
internal sealed class ReportUserDraft(Person person, KprEnvironment environment, Guid guid, int year) : RecordDraft(person, environment)
{
    /// <summary>Number of function variables.</summary>
    public const int Variables = 20;

    /// <summary>The sender's GUID.</summary>
    public Guid Guid => guid;

    /// <summary>Data year.</summary>
    public int Year => year;

    /// <summary>Last day of the data year.</summary>
    public DateOnly YearEnd => new(year, 12, 31);

    /// <summary>Local number.</summary>
    public string LocalNumber { get; set; } = "";

    /// <summary>Sex (list 3101).</summary>
    public string Sex { get; set; } = ((int)person.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Birth year.</summary>
    public int BirthYear { get; set; } = person.Born.Year;

    /// <summary>Age at the end of the year.</summary>
    public int Age => year - BirthYear;

    /// <summary>Civil status (list 3103).</summary>
    public string CivilStatus { get; set; } = "1";

    /// <summary>Home municipality.</summary>
    public string Home { get; set; } = "";

    /// <summary>District; null for none.</summary>
    public string? District { get; set; }

    /// <summary>Household (list 9335); null to leave it out.</summary>
    public string? Household { get; set; }

    /// <summary>Individual plan (list 9336).</summary>
    public string Plan { get; set; } = "2";

    /// <summary>Nutrition (list 9158); null to leave it out.</summary>
    public string? Nutrition { get; set; }

    /// <summary>Day of death; null while the person lives.</summary>
    public DateOnly? Died { get; set; }

    /// <summary>Whether the person objects.</summary>
    public bool Objects { get; set; }

    /// <summary>Day of the assessment.</summary>
    public DateOnly AssessedOn { get; set; }

    /// <summary>Scores by variable, from 1; null to leave the variable out.</summary>
    public string?[] Scores { get; } = new string?[Variables + 1];

    /// <summary>Diagnoses: code system and code.</summary>
    public List<(string System, string Code)> Diagnoses { get; } = [];

    /// <summary>Cases: key, day of application, of decision, outcome and type of service.</summary>
    public List<(string Key, DateOnly Applied, DateOnly Decided, string Outcome, string Type)> Cases { get; } = [];

    /// <summary>Services.</summary>
    public List<ReportService> Services { get; } = [];

    /// <summary>Whether the user is left out.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Number of times the user is written: twice for one that is registered double.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Whether the user lives in an institution at the end of the year.</summary>
    public bool IsResident => Services.Exists(service => service.Type == "21" && service.Stop is null);

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override string? RecordId => guid.ToString();
}

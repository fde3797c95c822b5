using System.Globalization;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.Xpr;

namespace Kpr.Local.Generation.SchoolHealth;

/// <summary>A consultation before it is written.</summary>
internal sealed class SchoolHealthDraft(Person person, KprEnvironment environment) : XprDraft(person, environment)
{
    /// <summary>Local key of the consultation; null to leave it out.</summary>
    public required string? Key { get; set; }

    /// <summary>When the consultation began on its day, Norwegian local time.</summary>
    public required TimeOnly Clock { get; init; }

    /// <summary>When the child was measured, as it is written.</summary>
    public required string MeasuredAt { get; set; }

    /// <summary>Form (list 9506).</summary>
    public required string Form { get; set; }

    /// <summary>Recommended consultation (list 9505).</summary>
    public required string Step { get; set; }

    /// <summary>Whether the mother breastfeeds (list 8524); empty where it does not apply.</summary>
    public required string Breastfeeding { get; set; }

    /// <summary>Sex as it is written (list 3101).</summary>
    public string StatedSex { get; set; } = ((int)person.Sex).ToString(CultureInfo.InvariantCulture);

    /// <summary>Birth year as it is written.</summary>
    public string StatedYear { get; set; } = person.Born.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Participants (list 8425).</summary>
    public List<string> Participants { get; } = [];

    /// <summary>Health workers: profession (list 8401) and HPR number.</summary>
    public List<(string Profession, string Number)> Workers { get; } = [];

    /// <summary>Measurements: what, value and unit.</summary>
    public List<(string Type, string Value, string Unit)> Measurements { get; } = [];

    /// <summary>Key of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Local numbers of the municipality's children by identity number.</summary>
    public required Dictionary<string, string> Owners { get; init; }

    /// <summary>What the register knows of the child.</summary>
    public required ChildState Child { get; init; }

    /// <summary>Whether it bears another local number than the child's.</summary>
    public bool IsRenamed { get; set; }

    /// <inheritdoc/>
    public override bool IsExtracted => true;

    /// <inheritdoc/>
    public override (string Name, string Value) MisplacedAttribute => ("enhetID", "1");

    /// <inheritdoc/>
    public override void Identify(PersonIdentity identity)
    {
        // Somebody else: not the child of that GUID, and nothing is known of age and sex.
        base.Identify(identity);
        (StatedSex, StatedYear) = ("9", "0");
        PatientGuid = Guid;

        // By chance the number may be another child's; then it is told as hers, so that nothing contradicts it (I19).
        if (identity.Number is { } number)
        {
            Owners.TryAdd(number, LocalNumber);
            LocalNumber = Owners[number];
        }
    }

    /// <summary>States another number of the same child.</summary>
    public void Renumber(PersonIdentity identity) => base.Identify(identity);
}

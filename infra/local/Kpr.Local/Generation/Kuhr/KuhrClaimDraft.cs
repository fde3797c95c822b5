using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Kuhr;

/// <summary>A claim of a monthly delivery before it is written. Texts are written as they stand; null is an empty field.</summary>
internal sealed class KuhrClaimDraft(Person person, KprEnvironment environment) : RecordDraft(person, environment)
{
    /// <summary>GUID as it is written.</summary>
    public required string Id { get; set; }

    /// <summary>Number at the practice.</summary>
    public required string Number { get; set; }

    /// <summary>Claim area.</summary>
    public string Area { get; set; } = "LE";

    /// <summary>Practice type.</summary>
    public string PracticeType { get; set; } = "FALE";

    /// <summary>Kind of settlement.</summary>
    public string? Settlement { get; set; } = "1";

    /// <summary>Id of the practice.</summary>
    public required string PracticeId { get; set; }

    /// <summary>Organisation number of the practice.</summary>
    public required string PracticeOrganisation { get; set; }

    /// <summary>Municipality of the practice.</summary>
    public required string PracticeMunicipality { get; set; }

    /// <summary>HPR number of the practitioner.</summary>
    public required string Practitioner { get; set; }

    /// <summary>When the treatment began, Norwegian local time.</summary>
    public required DateTime Time { get; set; }

    /// <summary>A text in place of the date; null for none.</summary>
    public string? StrangeDate { get; set; }

    /// <summary>When the practice sent the claim.</summary>
    public required DateTime SubmittedAt { get; set; }

    /// <summary>Sex, list 3101.</summary>
    public string? Sex { get; set; }

    /// <summary>Birth year.</summary>
    public string? BirthYear { get; set; }

    /// <summary>Home municipality.</summary>
    public required string Home { get; set; }

    /// <summary>City district.</summary>
    public string? District { get; set; }

    /// <summary>Why the patient pays no share.</summary>
    public string? Exemption { get; set; }

    /// <summary>What became of the share.</summary>
    public string ShareStatus { get; set; } = "3";

    /// <summary>The patient's share in øre.</summary>
    public long Share { get; set; }

    /// <summary>The refund in øre.</summary>
    public long Refund { get; set; }

    /// <summary>What is added to the amount, so that it is not the sum of share and refund.</summary>
    public int AmountError { get; set; }

    /// <summary>The claim that this one credits; null for none.</summary>
    public string? Credits { get; set; }

    /// <summary>What the claims system decided.</summary>
    public string Status { get; set; } = "godkjent";

    /// <summary>Numbers of remarks.</summary>
    public string? Remarks { get; set; }

    /// <summary>Diagnoses: number, system and code.</summary>
    public List<(int Number, string System, string Code)> Diagnoses { get; } = [];

    /// <summary>Tariffs: code, count, refund and share in øre.</summary>
    public List<(string Code, string Count, long Refund, long Share)> Tariffs { get; } = [];

    /// <summary>How many rows the claim has in person.</summary>
    public int Persons { get; set; } = 1;

    /// <summary>The first day of the month that is delivered.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The last claim of the file that the register has taken; null for none.</summary>
    public KuhrClaimDraft? Previous { get; init; }

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override string? RecordId => Guid.TryParseExact(Id, "D", out var guid) ? guid.ToString() : null;

    /// <inheritdoc/>
    public override void Identify(PersonIdentity identity)
    {
        // What hangs on the person goes with the person.
        base.Identify(identity);
        Sex = BirthYear = Exemption = null;
    }
}

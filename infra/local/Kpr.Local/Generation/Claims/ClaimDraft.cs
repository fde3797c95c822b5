using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Claims;

/// <summary>A claim before it is written, in either form.</summary>
internal sealed class ClaimDraft(Person person, KprEnvironment environment) : RecordDraft(person, environment)
{
    /// <summary>The practice that sends it.</summary>
    public required Practice Practice { get; init; }

    /// <summary>GUID as it is written; null to leave it out.</summary>
    public required string? Guid { get; set; }

    /// <summary>Number at the practice; null to leave it out.</summary>
    public required string? Number { get; set; }

    /// <summary>When the treatment began, Norwegian local time.</summary>
    public required DateTime Time { get; set; }

    /// <summary>A text in place of the time; null for none.</summary>
    public string? StrangeTime { get; set; }

    /// <summary>The day on which the message was made.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>Whether the patient has paid; null to leave it out.</summary>
    public bool? Paid { get; init; }

    /// <summary>Whether the claim takes back the one before.</summary>
    public bool IsCredit { get; set; }

    /// <summary>Why the patient pays no share.</summary>
    public string? Exemption { get; set; }

    /// <summary>Birth date stated beside the number; null to leave it out.</summary>
    public DateOnly? StatedBirth { get; set; }

    /// <summary>Sex stated beside the number (list 3101); null to leave it out.</summary>
    public string? StatedSex { get; set; }

    /// <summary>Diagnoses: system and code.</summary>
    public List<(string System, string Code)> Diagnoses { get; } = [];

    /// <summary>Tariffs.</summary>
    public List<ClaimTariff> Tariffs { get; } = [];

    /// <summary>HPR number of who treated the patient.</summary>
    public required string Practitioner { get; set; }

    /// <summary>Organisation number of who referred the patient, in the JSON form; null for none.</summary>
    public string? ReferringOrganisation { get; set; }

    /// <summary>Refund in øre; null to leave it out.</summary>
    public long? Refund { get; set; }

    /// <summary>The patient's share in øre; null to leave it out.</summary>
    public long? Share { get; set; }

    /// <summary>Remark; null for none.</summary>
    public string? Remark { get; set; }

    /// <summary>An element or member that the format does not have; null for none.</summary>
    public string? StrangeName { get; set; }

    /// <summary>The last claim of the file that the register has taken; null for none.</summary>
    public ClaimDraft? Previous { get; init; }

    /// <summary>Whether the register takes no credit of a claim of that day any more.</summary>
    public required bool IsOlderThanCredits { get; init; }

    /// <summary>Whether the file is JSON.</summary>
    public bool IsJson => Practice.Form == ClaimForm.Json;

    /// <inheritdoc/>
    public override Severity MissingIdentity => Severity.RejectRecord;

    /// <inheritdoc/>
    public override string? RecordId => System.Guid.TryParseExact(Guid, "D", out var guid) ? guid.ToString() : null;

    /// <inheritdoc/>
    public override void Identify(PersonIdentity identity)
    {
        // What hangs on the person goes with the person.
        base.Identify(identity);
        Exemption = null;
        StatedBirth = null;
        StatedSex = null;
    }
}

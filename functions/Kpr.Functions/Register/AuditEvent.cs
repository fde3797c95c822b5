using System.Globalization;

namespace Kpr.Functions.Register;

/// <summary>Something that must be known afterwards. Ids and fixed texts only.</summary>
/// <param name="On">When the thing began; chooses the day's log.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Object">To what: an id.</param>
/// <param name="Party">Whom it concerns: a municipality or organisation number.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AuditEvent(DateTimeOffset On, string Actor, string Action, string Object, string Party, string Outcome)
{
    /// <summary>The log of the intake.</summary>
    public const string IntakeLog = "intake";

    /// <summary>The log of what is decided and done about persons, and of the register's keys.</summary>
    public const string PersonsLog = "persons";

    /// <summary>The register of reads: who read data about persons.</summary>
    public const string ReadsLog = "reads";

    /// <summary>Whether the same action on the same object is one event, however often a step is done again. Default: yes.</summary>
    public bool Once { get; init; } = true;

    /// <summary>The log that it stands in. Default: <see cref="IntakeLog"/>.</summary>
    public string Log { get; init; } = IntakeLog;

    /// <summary>Name of the chain that it stands in. Default: one for each log and day (UTC).</summary>
    public string Chain
    {
        get => field ?? $"{Log}/{On.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.jsonl";
        init;
    }
}

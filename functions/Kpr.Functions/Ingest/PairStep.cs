using Kpr.Core.Judging;

namespace Kpr.Functions.Ingest;

/// <summary>How far the pair of a shipment has come.</summary>
/// <param name="Waits">Whether the counterpart has not come.</param>
/// <param name="Counterpart">Key of the counterpart's file; empty when there is none.</param>
/// <param name="Surroundings">What the counterpart, and earlier reports, say of the shipment.</param>
/// <param name="Persons">The persons of the users; nobody for KPR_IDE.</param>
public sealed record PairStep(bool Waits, string Counterpart, Surroundings Surroundings, ReportedPersons Persons)
{
    /// <summary>The counterpart has not come.</summary>
    public static PairStep Waiting { get; } = new(true, "", Surroundings.None, ReportedPersons.None);

    /// <summary>The shipment is refused for what came before it.</summary>
    public static PairStep Refused(Surroundings why) => new(false, "", why, ReportedPersons.None);
}

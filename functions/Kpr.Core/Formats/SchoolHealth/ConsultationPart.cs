namespace Kpr.Core.Formats.SchoolHealth;

/// <summary>What stands inside a consultation, in the order that the schema demands.</summary>
internal enum ConsultationPart
{
    /// <summary>Nothing that belongs there.</summary>
    None,

    /// <summary>The child (Barn_ungdom); exactly one.</summary>
    Child,

    /// <summary>Deltaker.</summary>
    Participant,

    /// <summary>Helseperson.</summary>
    HealthWorker,

    /// <summary>Maling.</summary>
    Measurement,

    /// <summary>RefEnhet.</summary>
    UnitReference,
}

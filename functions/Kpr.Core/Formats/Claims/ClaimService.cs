namespace Kpr.Core.Formats.Claims;

/// <summary>The service that a claim comes from, as far as the message tells it.</summary>
public enum ClaimService
{
    /// <summary>Not told: the JSON form states no message type, and often no profession.</summary>
    Unknown,

    /// <summary>LOM: physician; general and specialist practice are not told apart.</summary>
    Physician,

    /// <summary>FOM: physiotherapist.</summary>
    Physiotherapist,

    /// <summary>KOM: chiropractor.</summary>
    Chiropractor,

    /// <summary>TOM: dentist.</summary>
    Dentist,

    /// <summary>TPM: dental hygienist.</summary>
    DentalHygienist,

    /// <summary>HOM: health station.</summary>
    HealthStation,

    /// <summary>PJM: private midwife.</summary>
    Midwife,

    /// <summary>LGM: speech therapist.</summary>
    SpeechTherapist,

    /// <summary>APM: audiopedagogue.</summary>
    Audiopedagogue,

    /// <summary>OOM: orthoptist.</summary>
    Orthoptist,
}

namespace Kpr.Core.Formats.Claims;

/// <summary>What follows from <see cref="ClaimService"/>: message types, professions, diagnosis systems, folders.</summary>
public static class ClaimServices
{
    private const DiagnosisSystem Icpc = DiagnosisSystem.Icpc2 | DiagnosisSystem.Icpc2B;

    /// <summary>The service of a message type (list 8279); unknown when the register does not take the type (F04).</summary>
    public static ClaimService OfMessageType(string? type) => type switch
    {
        "LOM" => ClaimService.Physician,
        "FOM" => ClaimService.Physiotherapist,
        "KOM" => ClaimService.Chiropractor,
        "TOM" => ClaimService.Dentist,
        "TPM" => ClaimService.DentalHygienist,
        "HOM" => ClaimService.HealthStation,
        "PJM" => ClaimService.Midwife,
        "LGM" => ClaimService.SpeechTherapist,
        "APM" => ClaimService.Audiopedagogue,
        "OOM" => ClaimService.Orthoptist,
        _ => ClaimService.Unknown,
    };

    /// <summary>
    /// The service of a practitioner's profession (list 8401). A nurse acts for a physician who delegated the treatment;
    /// a public health nurse works at a health station.
    /// </summary>
    public static ClaimService OfProfession(string? profession) => profession switch
    {
        "1" or "2" => ClaimService.Physician,
        "8" => ClaimService.Midwife,
        "14" => ClaimService.Physiotherapist,
        "17" => ClaimService.Dentist,
        "18" => ClaimService.Orthoptist,
        "23" => ClaimService.SpeechTherapist,
        "27" => ClaimService.Chiropractor,
        "28" => ClaimService.HealthStation,
        _ => ClaimService.Unknown,
    };

    /// <summary>The diagnosis systems that the service may use (K10).</summary>
    public static DiagnosisSystem Systems(this ClaimService service) => service switch
    {
        ClaimService.Physician => Icpc | DiagnosisSystem.Icd10,
        ClaimService.Physiotherapist or ClaimService.Chiropractor => Icpc,
        ClaimService.Dentist or ClaimService.DentalHygienist => DiagnosisSystem.Icd10 | DiagnosisSystem.IcdDa3,
        ClaimService.Orthoptist => DiagnosisSystem.Icd10,
        _ => DiagnosisSystem.Any,
    };

    /// <summary>Whether a claim of the service needs a diagnosis (K08). Where the service is not told, it does.</summary>
    public static bool NeedsDiagnosis(this ClaimService service) => service
        is ClaimService.Unknown or ClaimService.Physician or ClaimService.Physiotherapist or ClaimService.Chiropractor or ClaimService.Orthoptist;

    /// <summary>The claim area (fagområde) that the service's tariffs belong to, as practice types map to them; null when the service is not told.</summary>
    public static string? Area(this ClaimService service) => service switch
    {
        ClaimService.Physician => "LE",
        ClaimService.Physiotherapist => "FY",
        ClaimService.Chiropractor => "KI",
        ClaimService.Dentist => "TH",
        ClaimService.DentalHygienist => "TP",
        ClaimService.HealthStation => "HS",
        ClaimService.Midwife => "JO",
        ClaimService.SpeechTherapist => "LOGO",
        ClaimService.Audiopedagogue => "AP",
        ClaimService.Orthoptist => "OR",
        _ => null,
    };

    /// <summary>Name of the service in the register's folders and columns.</summary>
    public static string Folder(this ClaimService service) => service switch
    {
        ClaimService.Physician => "lege",
        ClaimService.Physiotherapist => "fysioterapi",
        ClaimService.Chiropractor => "kiropraktor",
        ClaimService.Dentist => "tannlege",
        ClaimService.DentalHygienist => "tannpleier",
        ClaimService.HealthStation => "helsestasjon",
        ClaimService.Midwife => "jordmor",
        ClaimService.SpeechTherapist => "logoped",
        ClaimService.Audiopedagogue => "audiopedagog",
        ClaimService.Orthoptist => "ortoptist",
        _ => "ukjent",
    };
}

namespace Kpr.Core.Cases.Review;

/// <summary>What somebody else must answer.</summary>
public enum PrerequisiteKind
{
    /// <summary>REK's approval.</summary>
    Rek,

    /// <summary>The register is asked, since special knowledge is needed (forskrift 2023-01-11-48 §§ 4, 7; R15).</summary>
    RegisterConsultation,

    /// <summary>Helsedirektoratet decides on the waiver, since FHI applies (§ 7 2nd paragraph; R5).</summary>
    Directorate,

    /// <summary>A waiver of confidentiality (dispensasjon), § 19 e.</summary>
    Waiver,

    /// <summary>Screening for the security of society (G8).</summary>
    SecurityScreening,

    /// <summary>SSB's own decision and offer.</summary>
    SsbOffer,

    /// <summary>Approval by the applicant's data controller.</summary>
    ControllerApproval,
}

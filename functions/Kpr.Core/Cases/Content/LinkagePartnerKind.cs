namespace Kpr.Core.Cases.Content;

/// <summary>What a linkage partner's data are; helseregisterloven § 19 c says which may be linked.</summary>
public enum LinkagePartnerKind
{
    /// <summary>Demographic or socio-economic data of public bodies, for example SSB.</summary>
    PublicDemographic,

    /// <summary>A health register under §§ 8–12 that is no source here.</summary>
    HealthRegister,

    /// <summary>The applicant's own collected data, with consent or other basis of its own.</summary>
    OwnData,

    /// <summary>Anything else.</summary>
    Other,
}

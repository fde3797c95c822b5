namespace Kpr.Core.Cases.Content;

/// <summary>What lifts the duty of confidentiality (taushetsplikt): helseregisterloven § 19 a 3rd paragraph.</summary>
public enum ConfidentialityRoute
{
    /// <summary>The persons consent (samtykke).</summary>
    Consent,

    /// <summary>The exemption for indirectly identifying data, § 19 b.</summary>
    IndirectExemption,

    /// <summary>A waiver (dispensasjon), § 19 e or helsepersonelloven § 29.</summary>
    Waiver,

    /// <summary>Another statute.</summary>
    OtherStatute,
}

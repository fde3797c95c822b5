namespace Kpr.Core.Formats.Claims;

/// <summary>The diagnosis systems of claims.</summary>
[Flags]
public enum DiagnosisSystem
{
    /// <summary>No system, or one that the register does not know.</summary>
    None = 0,

    /// <summary>ICPC-2, OID ending in 7170.</summary>
    Icpc2 = 1,

    /// <summary>ICPC-2B, with suffix (beriket), OID ending in 7171.</summary>
    Icpc2B = 2,

    /// <summary>ICD-10, OID ending in 7110.</summary>
    Icd10 = 4,

    /// <summary>ICD-DA-3, dental diagnoses, OID ending in 7111.</summary>
    IcdDa3 = 8,

    /// <summary>Any of them.</summary>
    Any = Icpc2 | Icpc2B | Icd10 | IcdDa3,
}

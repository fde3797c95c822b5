namespace Kpr.Core.Formats.Claims;

/// <summary>OIDs and names of <see cref="DiagnosisSystem"/>.</summary>
public static class DiagnosisSystems
{
    private const string Prefix = "2.16.578.1.12.4.1.1.";

    /// <summary>The system of an OID; <see cref="DiagnosisSystem.None"/> when it is another or missing.</summary>
    public static DiagnosisSystem Of(string? oid) =>
        oid is null || !oid.StartsWith(Prefix, StringComparison.Ordinal) ? DiagnosisSystem.None : oid.AsSpan(Prefix.Length) switch
        {
            "7170" => DiagnosisSystem.Icpc2,
            "7171" => DiagnosisSystem.Icpc2B,
            "7110" => DiagnosisSystem.Icd10,
            "7111" => DiagnosisSystem.IcdDa3,
            _ => DiagnosisSystem.None,
        };

    /// <summary>The usual name, for texts and for the register; empty for none.</summary>
    public static string Name(this DiagnosisSystem system) => system switch
    {
        DiagnosisSystem.Icpc2 => "ICPC-2",
        DiagnosisSystem.Icpc2B => "ICPC-2B",
        DiagnosisSystem.Icd10 => "ICD-10",
        DiagnosisSystem.IcdDa3 => "ICD-DA-3",
        _ => "",
    };

    /// <summary>The OID of a system by its usual name; null when there is none of that name.</summary>
    public static string? OidOf(string name) => name switch
    {
        "ICPC-2" => Prefix + "7170",
        "ICPC-2B" => Prefix + "7171",
        "ICD-10" => Prefix + "7110",
        "ICD-DA-3" => Prefix + "7111",
        _ => null,
    };
}

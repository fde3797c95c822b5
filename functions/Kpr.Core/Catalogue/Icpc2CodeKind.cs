namespace Kpr.Core.Catalogue;

/// <summary>What part of its chapter an ICPC-2 code stands in.</summary>
public enum Icpc2CodeKind
{
    /// <summary>Not the pattern of ICPC-2.</summary>
    None = 0,

    /// <summary>01–29: symptoms and complaints.</summary>
    Symptom,

    /// <summary>30–69: process codes, also with '-' for the chapter.</summary>
    Process,

    /// <summary>70–99: diagnoses.</summary>
    Diagnosis,
}

namespace Kpr.Core.Catalogue;

/// <summary>The catalogues that a set of reference data may lack, since they are licensed or large: the operator loads them.</summary>
[Flags]
public enum OptionalCatalogues
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>ICPC-2, owned by WONCA and licensed nationally.</summary>
    Icpc2 = 1,

    /// <summary>ICD-10.</summary>
    Icd10 = 2,

    /// <summary>Tariffs (takster).</summary>
    Tariffs = 4,
}

namespace Kpr.Core.Catalogue;

/// <summary>Why a municipality number went out of use.</summary>
public enum MunicipalityEnd
{
    /// <summary>It is still in use.</summary>
    None = 0,

    /// <summary>The same municipality got another number.</summary>
    Renumbered,

    /// <summary>It became a part of another municipality.</summary>
    Merge,

    /// <summary>It was divided among several: no unique successor, so nothing may be recoded by machine.</summary>
    Split,
}

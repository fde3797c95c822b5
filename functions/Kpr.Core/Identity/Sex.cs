namespace Kpr.Core.Identity;

/// <summary>Sex (kjønn) with the codes of national code list 3101.</summary>
public enum Sex
{
    /// <summary>0: not known (ikke kjent).</summary>
    Unknown = 0,

    /// <summary>1: male (mann).</summary>
    Male = 1,

    /// <summary>2: female (kvinne).</summary>
    Female = 2,

    /// <summary>9: not specified (ikke spesifisert). Never the result of reading a number.</summary>
    NotSpecified = 9,
}

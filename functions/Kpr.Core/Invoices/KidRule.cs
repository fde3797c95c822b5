namespace Kpr.Core.Invoices;

/// <summary>How the check digit of a KID is computed. Each account holder agrees on one with the bank.</summary>
public enum KidRule
{
    /// <summary>Modulus 10, weights 2 and 1 from the right, digits of products added up (Luhn).</summary>
    Mod10,

    /// <summary>Modulus 11, weights 2 to 7 from the right; a hyphen stands where the check digit is 10.</summary>
    Mod11,
}

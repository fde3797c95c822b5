namespace Kpr.Core.Invoices.Checking;

/// <summary>What a document may be at most. Far above any real one: Peppol's own limit is on attachments, which are read past.</summary>
public static class UblLimits
{
    /// <summary>Characters of a document: 64 million.</summary>
    public const long MostCharacters = 64L << 20;

    /// <summary>Elements of a document.</summary>
    public const int MostElements = 1_000_000;

    /// <summary>Elements inside each other. The format has eight.</summary>
    public const int MostDepth = 24;

    /// <summary>Largest number that sums are computed of.</summary>
    public const decimal LargestNumber = 1_000_000_000_000m;

    /// <summary>Most decimals of a number that sums are computed of.</summary>
    public const int MostDecimals = 12;
}

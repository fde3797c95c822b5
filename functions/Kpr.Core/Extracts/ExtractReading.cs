using Kpr.Core.Catalogue;

namespace Kpr.Core.Extracts;

/// <summary>Holds an order against a grant, and makes a plan of it, or says why there can be none.</summary>
public static class ExtractReading
{
    /// <summary>Reads an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="grant">What the case allows today.</param>
    /// <param name="reference">The reference data that give codes and groups.</param>
    /// <param name="plan">The plan.</param>
    /// <returns>Why there is none, in Norwegian; null when there is one.</returns>
    public static ExtractFault? Read(ExtractOrder order, ExtractGrant grant, ReferenceData reference, out ExtractPlan? plan) => throw new NotSupportedException();
}

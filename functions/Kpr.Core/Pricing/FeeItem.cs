namespace Kpr.Core.Pricing;

/// <summary>What a line of a fee is for. Never anything about the project (R46).</summary>
public enum FeeItem
{
    /// <summary>Base price of an application (grunnpris).</summary>
    BasePrice,

    /// <summary>Handling of the application (saksbehandling).</summary>
    Handling,

    /// <summary>Preparation of data (tilrettelegging av data).</summary>
    Preparation,

    /// <summary>What is missing up to the list's minimum of hours (minstetid).</summary>
    MinimumHours,
}

namespace Kpr.Core.Pricing;

/// <summary>What is to be priced: the work of one payee in one case, and what the price list asks about the case.</summary>
/// <param name="Payee">Code of the payee, as price lists have it.</param>
/// <param name="Kind">What is delivered.</param>
/// <param name="SubmittedOn">The day the application was submitted.</param>
/// <param name="DecidedOn">The day it was decided; null when it was not.</param>
/// <param name="BilledOn">The day it may be billed.</param>
/// <param name="Work">The hours.</param>
public sealed record FeeRequest(string Payee, DeliveryKind Kind, DateOnly SubmittedOn, DateOnly? DecidedOn, DateOnly BilledOn, IReadOnlyList<WorkEntry> Work)
{
    /// <summary>Minutes of the same work that were priced before: hours begun, thresholds and minimums are counted over all of it.</summary>
    public int MinutesBefore { get; init; }

    /// <summary>Whether the base price is charged.</summary>
    public bool BaseFee { get; init; }

    /// <summary>Number of data sources, which sets the base price (R1).</summary>
    public int Sources { get; init; } = 1;

    /// <summary>Flagged student project with anonymous data (R40).</summary>
    public bool Student { get; init; }

    /// <summary>Data refresh within an earlier decision (R40).</summary>
    public bool Refresh { get; init; }

    /// <summary>Handling of an appeal: free of charge (R29).</summary>
    public bool Appeal { get; init; }

    /// <summary>What kind of exempt body the buyer is (<see cref="ExemptBodies"/>); null for others.</summary>
    public string? ExemptBody { get; init; }

    /// <summary>Work that was broken off: what was done is billed, no minimum.</summary>
    public bool IncurredOnly { get; init; }

    /// <summary>Whether the recipient is outside the area of Norwegian VAT.</summary>
    public bool Abroad { get; init; }
}

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Why something may be billed.</summary>
public enum BillingCause
{
    /// <summary>The case was decided.</summary>
    Decided,

    /// <summary>Data were delivered.</summary>
    Delivered,

    /// <summary>The case was dismissed for silence: the base price stays (R25).</summary>
    Dismissed,

    /// <summary>The case was withdrawn: only what was incurred.</summary>
    Withdrawn,

    /// <summary>The work was cancelled by a changed decision or a source that cannot deliver.</summary>
    Cancelled,

    /// <summary>What was billed must be credited.</summary>
    Credit,

    /// <summary>A base price is void: the case it was charged for was opened again.</summary>
    BaseFeeVoid,
}

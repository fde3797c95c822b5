namespace Kpr.Core.Cases.Orders;

/// <summary>How far a register's order (bestilling) is.</summary>
public enum OrderState
{
    /// <summary>Sent to the register.</summary>
    Queued,

    /// <summary>Taken on.</summary>
    Accepted,

    /// <summary>The register has a question.</summary>
    Clarifying,

    /// <summary>The register said what it will take.</summary>
    Estimated,

    /// <summary>More work than was accepted: nothing is done until the applicant accepts.</summary>
    OverEstimateHold,

    /// <summary>Data are extracted.</summary>
    Extracting,

    /// <summary>Extracted; the output is checked.</summary>
    QualityCheck,

    /// <summary>At the linker.</summary>
    AtLinker,

    /// <summary>Linked.</summary>
    Linked,

    /// <summary>Made available.</summary>
    Released,

    /// <summary>The applicant has it. Terminal.</summary>
    ReceiptConfirmed,

    /// <summary>The register cannot deliver. Terminal.</summary>
    CannotDeliver,

    /// <summary>Another order stands in its place. Terminal.</summary>
    Replaced,

    /// <summary>Cancelled. Terminal.</summary>
    Cancelled,

    /// <summary>Delivered and called back. Terminal.</summary>
    Recalled,
}

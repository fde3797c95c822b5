namespace Kpr.Core.Cases.Clocks;

/// <summary>What a clock is for. Length, source and texts stand in <see cref="ClockCatalogue"/>.</summary>
public enum ClockKind
{
    /// <summary>An application is answered or its delay told (foreløpig svar).</summary>
    InterimReply,

    /// <summary>Data are made available (tilgjengeliggjøring): the statutory clock.</summary>
    MakeAvailable,

    /// <summary>The applicant answers structured deficiencies.</summary>
    DeficiencyReply,

    /// <summary>The applicant answers after the reminder.</summary>
    DeficiencyReminder,

    /// <summary>A draft lapses.</summary>
    DraftExpiry,

    /// <summary>The applicant takes an offer of SSB.</summary>
    Offer,

    /// <summary>The applicant takes an estimate.</summary>
    EstimateReply,

    /// <summary>A consulted party answers: an internal target.</summary>
    Consultation,

    /// <summary>The appeal period.</summary>
    Appeal,

    /// <summary>The outermost day of a late appeal.</summary>
    AppealLatest,

    /// <summary>Notice that an appeal may end worse for the appellant.</summary>
    DetrimentNotice,

    /// <summary>A register delivers an order.</summary>
    OrderDelivery,

    /// <summary>The applicant confirms receipt, else it is presumed.</summary>
    Receipt,

    /// <summary>The end of the right to use the data.</summary>
    Permit,

    /// <summary>Data are deleted and the deletion attested.</summary>
    Deletion,

    /// <summary>The data user answers before a revocation (hearing).</summary>
    Hearing,

    /// <summary>An invoice is issued after delivery.</summary>
    InvoiceIssue,

    /// <summary>EHDS: decision on a data permit or data request.</summary>
    EhdsDecision,

    /// <summary>EHDS: a holder delivers to the access body.</summary>
    EhdsHolder,

    /// <summary>EHDS: the access body makes data available after it has them from all holders.</summary>
    EhdsAvailability,

    /// <summary>EHDS: the decision is published.</summary>
    EhdsPublication,

    /// <summary>EHDS: the user publishes results.</summary>
    EhdsResults,
}

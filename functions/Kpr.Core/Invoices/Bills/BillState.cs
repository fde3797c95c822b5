namespace Kpr.Core.Invoices.Bills;

/// <summary>How far a bill (faktura) is.</summary>
public enum BillState
{
    /// <summary>Work is still being added.</summary>
    Accruing,

    /// <summary>The work is finished.</summary>
    Locked,

    /// <summary>It has its number.</summary>
    Issued,

    /// <summary>The access point took it.</summary>
    Sent,

    /// <summary>Reminded (purret).</summary>
    Reminded,

    /// <summary>Given to collection (inkasso).</summary>
    Collection,

    /// <summary>Paid. Terminal.</summary>
    Paid,

    /// <summary>A credit note has taken it back. Terminal.</summary>
    Credited,
}

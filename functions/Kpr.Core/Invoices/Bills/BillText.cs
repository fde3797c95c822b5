namespace Kpr.Core.Invoices.Bills;

/// <summary>How far bills are, in words.</summary>
public static class BillText
{
    /// <summary>In bokmål.</summary>
    public static string Norwegian(BillState state) => state switch
    {
        BillState.Accruing => "påbegynt",
        BillState.Locked => "låst",
        BillState.Issued => "utstedt",
        BillState.Sent => "sendt",
        BillState.Reminded => "purret",
        BillState.Collection => "til inkasso",
        BillState.Paid => "betalt",
        _ => "kreditert",
    };
}

namespace Kpr.Core.Invoices.Books;

/// <summary>Accounts that a bill is booked on.</summary>
public enum BookAccount
{
    /// <summary>What buyers owe (kundefordringer).</summary>
    Receivable,

    /// <summary>What was earned (inntekt), by register.</summary>
    Revenue,

    /// <summary>VAT to be paid on (utgående merverdiavgift).</summary>
    Vat,

    /// <summary>Reminder fees and interest (purregebyr og renter).</summary>
    LateClaims,

    /// <summary>The bank.</summary>
    Bank,

    /// <summary>What is owed to another biller of a joint bill, VAT included.</summary>
    OwedToBiller,
}

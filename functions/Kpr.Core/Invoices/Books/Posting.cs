using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices.Books;

/// <summary>A line in the ledger (reskontro). The postings of one event add up to nothing.</summary>
/// <param name="On">The day.</param>
/// <param name="Account">The account.</param>
/// <param name="Of">Register or biller that a share belongs to; empty for the rest.</param>
/// <param name="Amount">Debit; credit when negative.</param>
public sealed record Posting(DateOnly On, BookAccount Account, string Of, Money Amount);

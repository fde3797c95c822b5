using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Adds the priced work of a basis; a basis is billed once. After the bill is locked nothing is added.</summary>
/// <param name="Basis">Id of the basis in the case.</param>
/// <param name="On">The day it was delivered, decided or broken off.</param>
/// <param name="Lines">What is charged; none when it is free.</param>
/// <param name="Notes">Why something costs nothing.</param>
public sealed record AddBasis(string Basis, DateOnly On, IReadOnlyList<BillLine> Lines, IReadOnlyList<string> Notes) : BillCommand
{
    /// <inheritdoc/>
    public override Outcome<BillEvent> Decide(Bill bill, DateOnly today) =>
        bill.Bases.Any(known => known.Basis == Basis) ? []
        : bill.State != BillState.Accruing || bill.Case.Length == 0 ? WrongState(bill)
        : Lines.Any(line => line.Basis != Basis || line.Fee.Net.Ore <= 0) ? Refusals.BillAmount.For(Basis)
        : [new BillBasisAdded(Basis, On, Lines, Notes)];
}

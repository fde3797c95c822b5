using Kpr.Core.Cases;

namespace Kpr.Core.Invoices.Bills;

/// <summary>Something that a biller wants done with a bill.</summary>
public abstract record BillCommand
{
    /// <summary>Decides.</summary>
    /// <param name="bill">The bill.</param>
    /// <param name="today">The day in Norway.</param>
    /// <returns>What happened; nothing when it had happened before; or a refusal.</returns>
    public abstract Outcome<BillEvent> Decide(Bill bill, DateOnly today);

    /// <summary>The refusal of a bill that stands elsewhere.</summary>
    protected static Refusal WrongState(Bill bill) => Refusals.BillState.For(bill.State.ToString());
}

namespace Kpr.Core.Cases.Bills;

/// <summary>
/// A bill: a stream of its own, in the biller's partition, since its number is allocated there in the same transaction as it is issued.
/// </summary>
/// <param name="Id">Id of the bill.</param>
/// <param name="Version">How many events it was folded from.</param>
/// <param name="State">How far it is.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Number">Its number; null until it is issued.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="PaidOre">What was paid.</param>
/// <param name="CreditNote">Number of the credit note.</param>
public sealed record Bill(
    string Id, long Version, BillState State, IReadOnlyList<BillLine> Lines, long? Number = null, DateOnly? DueOn = null, long PaidOre = 0, long? CreditNote = null)
{
    /// <summary>What it amounts to in øre, with VAT.</summary>
    public long TotalOre => Lines.Sum(line => line.NetOre + line.VatOre);

    /// <summary>A bill without lines.</summary>
    public static Bill New(string id) => new(id, 0, BillState.Accruing, []);

    /// <summary>Folds a stream.</summary>
    public static Bill Fold(string id, IEnumerable<Recorded<BillEvent>> events) => New(id).After(events);

    /// <summary>The bill after more events.</summary>
    public Bill After(IEnumerable<Recorded<BillEvent>> events)
    {
        var bill = this;
        foreach (var recorded in events)
        {
            bill = recorded.Sequence == bill.Version + 1
                ? recorded.Event.Apply(bill) with { Version = recorded.Sequence }
                : throw new InvalidOperationException($"Bill {Id}: event {recorded.Sequence} stands where {bill.Version + 1} should.");
        }

        return bill;
    }
}

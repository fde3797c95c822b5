using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Tells that data are extracted, by which decision and with whose reservations left out (R20). The output is then checked.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Reference">Where the output lies.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="DecisionVersion">The decision it was made by.</param>
/// <param name="ReservationsAsOf">The day whose reservations were applied; null when none were.</param>
/// <param name="OrderedBy">Subject of who ordered the extract, where the system tells that it is made; of no effect where the register's staff tell themselves.</param>
[Command("finish-extraction", "Uttrekk ferdig", "Finish extraction")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[By(Role.System, Relation.Office)]
[From(OrderState.Extracting)]
public sealed record FinishExtraction(string Order, string Reference, long Rows, int DecisionVersion, DateOnly? ReservationsAsOf = null, string? OrderedBy = null) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reference) || Rows < 0 ? Refusals.TextMissing.For("reference", "rows")
        : ReservationsAsOf > now.Today ? Refusals.DateInFuture.For("reservationsAsOf")
        : [new OrderExtracted(Order, new ExtractedOutput(
            Reference, Rows, DecisionVersion, ReservationsAsOf, MadeBy: now.By.Role == Role.System ? OrderedBy : now.By.Subject))];
}

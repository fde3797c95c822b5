namespace Kpr.Core.Cases.Orders;

/// <summary>An order was sent to a register.</summary>
[Event("order-placed", "Bestilling sendt til register", "Order placed")]
public sealed record OrderPlaced(
    string Order, string Register, int DecisionVersion, bool ViaLinker, bool ZeroPrice, int? EstimatedMinutes) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Orders = state.Orders.Plus(new SourceOrder(
            Order, Register, DecisionVersion, OrderState.Queued, ViaLinker, ZeroPrice, EstimatedMinutes: EstimatedMinutes)),
    };
}

/// <summary>An order went from one state to another.</summary>
[Event("order-moved", "Bestillingen gikk videre", "Order moved on")]
public sealed record OrderMoved(string Order, OrderState To) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = To });
}

/// <summary>The register asked.</summary>
[Event("order-question-asked", "Registeret har et spørsmål", "The register has a question")]
public sealed record OrderQuestionAsked(string Order, string Text, bool ToApplicant) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with
    {
        State = OrderState.Clarifying,
        ReturnTo = order.State,
        Question = new OrderQuestion(Text, ToApplicant),
    });
}

/// <summary>The register's question was answered.</summary>
[Event("order-question-answered", "Registerets spørsmål er besvart", "The register's question was answered")]
public sealed record OrderQuestionAnswered(string Order, string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithOrder(Order, order => order with { State = order.ReturnTo, Question = null });
}

/// <summary>The register said what the order takes, within what was accepted.</summary>
[Event("order-estimated", "Registeret anslo arbeidet", "Order estimated")]
public sealed record OrderEstimated(string Order, int Minutes) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithOrder(Order, order => order with { State = OrderState.Estimated, EstimatedMinutes = order.EstimatedMinutes ?? Minutes });
}

/// <summary>More work than was accepted: the order is held until the applicant accepts.</summary>
[Event("order-held", "Arbeidet er stanset: mer enn prisoverslaget", "Order held: over the estimate")]
public sealed record OrderHeld(string Order, int ProposedMinutes) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with
    {
        State = OrderState.OverEstimateHold,
        ReturnTo = order.State == OrderState.OverEstimateHold ? order.ReturnTo : order.State,
        ProposedMinutes = ProposedMinutes,
    });
}

/// <summary>The applicant accepted the higher estimate.</summary>
[Event("order-estimate-accepted", "Nytt prisoverslag godtatt", "New estimate accepted")]
public sealed record OrderEstimateAccepted(string Order, int Minutes) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithOrder(Order, order => order with { State = order.ReturnTo, EstimatedMinutes = Minutes, ProposedMinutes = null });
}

/// <summary>Time was recorded on an order.</summary>
[Event("order-hours-recorded", "Tid ført på bestillingen", "Time recorded on the order")]
public sealed record OrderHoursRecorded(string Order, int Minutes, string What, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { Minutes = order.Minutes + Minutes });
}

/// <summary>Data were extracted.</summary>
[Event("order-extracted", "Data trukket ut", "Data extracted")]
public sealed record OrderExtracted(string Order, ExtractedOutput Output) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithOrder(Order, order => order with { State = OrderState.QualityCheck, Output = Output });
}

/// <summary>The output was checked, and will do or not; by whom, where that was noted.</summary>
[Event("order-output-checked", "Uttrekket kontrollert", "Output checked")]
public sealed record OrderOutputChecked(string Order, bool Passed, string Text, string? By = null) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => Passed
        ? order with { Output = order.Output! with { Checked = true, CheckedBy = By } }
        : order with { State = OrderState.Extracting, Output = null });
}

/// <summary>Data were made available.</summary>
[Event("order-released", "Data gjort tilgjengelige", "Data made available")]
public sealed record OrderReleased(string Order, string Delivery, DateOnly On) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head)
    {
        // What a linker delivers was let go by the registers before.
        var by = head.By.Subject;
        return state.WithOrder(Order, order => order with
        {
            State = OrderState.Released,
            ReleasedOn = On,
            ReleasedBy = order.State == OrderState.Linked ? order.ReleasedBy : by,
        });
    }
}

/// <summary>Receipt was confirmed, or is presumed since nothing was heard.</summary>
[Event("order-receipt-confirmed", "Mottak bekreftet", "Receipt confirmed")]
public sealed record OrderReceiptConfirmed(string Order, bool Presumed) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = OrderState.ReceiptConfirmed });
}

/// <summary>The register cannot deliver.</summary>
[Event("order-cannot-deliver", "Registeret kan ikke levere", "The register cannot deliver")]
public sealed record OrderCannotDeliver(string Order, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = OrderState.CannotDeliver, Question = null });
}

/// <summary>The order was cancelled.</summary>
[Event("order-cancelled", "Bestillingen er avbestilt", "Order cancelled")]
public sealed record OrderCancelled(string Order, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = OrderState.Cancelled, Question = null });
}

/// <summary>Another order stands in its place.</summary>
[Event("order-replaced", "Bestillingen er erstattet", "Order replaced")]
public sealed record OrderReplaced(string Order, string By, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = OrderState.Replaced, Question = null });
}

/// <summary>Delivered data are called back.</summary>
[Event("order-recalled", "Leverte data er kalt tilbake", "Delivered data recalled")]
public sealed record OrderRecalled(string Order, string Reason, bool WrongData) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { State = OrderState.Recalled });
}

/// <summary>An incident was recorded (avvik).</summary>
[Event("incident-recorded", "Avvik registrert", "Incident recorded")]
public sealed record IncidentRecorded(string Order, string Text) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>The register's deadline passed.</summary>
[Event("order-overdue", "Registeret er over fristen", "Order overdue")]
public sealed record OrderOverdue(string Order, DateOnly Due) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.WithOrder(Order, order => order with { Overdue = true });
}

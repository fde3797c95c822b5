namespace Kpr.Core.Cases.Orders;

/// <summary>An order to one register.</summary>
/// <param name="Id">Id within the case: the register's code and a number, for example <c>kpr-1</c>.</param>
/// <param name="Register">Code of the register.</param>
/// <param name="DecisionVersion">The version of the decision that it carries out.</param>
/// <param name="State">How far it is.</param>
/// <param name="ViaLinker">Whether data go to the linker instead of the applicant.</param>
/// <param name="ZeroPrice">Whether it is free, as a redelivery after wrong data is.</param>
/// <param name="ReturnTo">The state it goes back to after a question or a hold.</param>
/// <param name="Minutes">Work so far.</param>
/// <param name="EstimatedMinutes">Work the applicant accepted, or was told; null when nothing was said.</param>
/// <param name="ProposedMinutes">Work the applicant is asked to accept.</param>
/// <param name="Question">The open question.</param>
/// <param name="Output">What was extracted.</param>
/// <param name="ReleasedOn">When it was made available.</param>
/// <param name="Overdue">Whether its deadline passed and was told.</param>
/// <param name="ReleasedBy">Subject of who let it go, to the applicant or the linker; null before that.</param>
public sealed record SourceOrder(
    string Id, string Register, int DecisionVersion, OrderState State, bool ViaLinker, bool ZeroPrice = false, OrderState ReturnTo = OrderState.Accepted,
    int Minutes = 0, int? EstimatedMinutes = null, int? ProposedMinutes = null, OrderQuestion? Question = null, ExtractedOutput? Output = null,
    DateOnly? ReleasedOn = null, bool Overdue = false, string? ReleasedBy = null);

namespace Kpr.Core.Invoices.Bills;

/// <summary>Work of a case that stands on a bill, also when it costs nothing.</summary>
/// <param name="Basis">Id of the basis in the case.</param>
/// <param name="On">The day it was delivered, decided or broken off.</param>
/// <param name="Notes">Why something costs nothing, in Norwegian.</param>
public sealed record BilledBasis(string Basis, DateOnly On, IReadOnlyList<string> Notes);

namespace Kpr.Core.Extracts;

/// <summary>What a case allows to be extracted of the register today.</summary>
/// <param name="Case">Id of the case.</param>
/// <param name="Order">Id of the register's order.</param>
/// <param name="DecisionVersion">The decision in force, which the order carries out.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Variables">The variables (id of the catalogue), each with the coarser form that was promised; null for none.</param>
/// <param name="EndsOn">Last day on which the data may be used; null where the decision has none.</param>
/// <param name="DeletionOn">Last day for their deletion; null where the decision has none.</param>
/// <param name="Recipients">Names of those with access, confirmed by the data controller.</param>
public sealed record ExtractGrant(
    string Case, string Order, int DecisionVersion, DateOnly From, DateOnly To, IReadOnlyDictionary<string, string?> Variables, DateOnly? EndsOn, DateOnly? DeletionOn,
    IReadOnlyList<string> Recipients)
{
    /// <summary>The serial numbers of the linkage that data are delivered under; null where they go straight to the applicant.</summary>
    public string? KeyBatch { get; init; }
}

namespace Kpr.Core.Cases.Content;

/// <summary>A register asked for data (datakilde).</summary>
/// <param name="Register">Its code.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Recurring">Whether data are to be extracted again later.</param>
public sealed record RequestedSource(
    string Register, DateOnly From, DateOnly To, IReadOnlyList<RequestedVariable> Variables, bool Recurring = false);

using System.Diagnostics.CodeAnalysis;
using Kpr.Core.Cases;

namespace Kpr.Core.Pricing;

/// <summary>A fee, or why there is none to tell.</summary>
/// <param name="Fee">The fee; null when refused.</param>
/// <param name="Refusal">Why not; null when priced.</param>
public sealed record FeeOutcome(Fee? Fee, Refusal? Refusal)
{
    /// <summary>Whether pricing was refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Fee))]
    public bool IsRefused => Refusal is not null;

    /// <summary>A fee is an outcome.</summary>
    public static implicit operator FeeOutcome(Fee fee) => new(fee, null);

    /// <summary>A refusal is an outcome.</summary>
    public static implicit operator FeeOutcome(Refusal refusal) => new(null, refusal);
}

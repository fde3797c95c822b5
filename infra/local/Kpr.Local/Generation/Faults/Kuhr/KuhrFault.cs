using Kpr.Core.Rules;
using Kpr.Local.Generation.Kuhr;

namespace Kpr.Local.Generation.Faults.Kuhr;

/// <summary>A kind of fault of a delivered claim: one change, and the one finding that follows.</summary>
/// <param name="rule">The rule that must be found broken.</param>
/// <param name="severity">What it costs.</param>
/// <param name="change">Changes the claim.</param>
/// <param name="fits">Whether the kind can be planted in this very claim; null: in every one.</param>
internal sealed class KuhrFault(string rule, Severity severity, Action<KuhrClaimDraft> change, Func<KuhrClaimDraft, bool>? fits = null) : IRecordFault<KuhrClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(KuhrClaimDraft claim) => fits is null || fits(claim);

    /// <inheritdoc/>
    public void Plant(KuhrClaimDraft claim, SplitMix random)
    {
        change(claim);
        claim.Expect(rule, severity);
    }
}

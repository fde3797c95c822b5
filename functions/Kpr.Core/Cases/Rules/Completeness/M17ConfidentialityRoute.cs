using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M17: what lifts confidentiality.</summary>
public sealed class M17ConfidentialityRoute() : ApplicationRule(
    "M17",
    "Det skal stå hva som opphever taushetsplikten.",
    "What lifts the duty of confidentiality is said.",
    "Helseregisterloven § 19 a tredje ledd; R8")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Legal?.Route is null ? [At("legal.route")] : [];
}

using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X08: the exemption of § 19 b can be used.</summary>
public sealed class X08IndirectExemption() : ApplicationRule(
    "X08",
    "Unntaket i § 19 b gjelder bare indirekte identifiserbare data fra registre etter § 11.",
    "The exemption of § 19 b is only for indirectly identifying data of registers under § 11.",
    "Helseregisterloven § 19 b; R8")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts)
    {
        if (facts.Content.Legal is not { Route: ConfidentialityRoute.IndirectExemption } legal)
        {
            return [];
        }

        return legal.Identifiability == Identifiability.Direct
            ? [At("legal.route")]
            : facts.Sources.Where(source => facts.Registers.Find(source.Register) is { UnderSection11: false }).Select(source => At($"sources.{source.Register}"));
    }
}

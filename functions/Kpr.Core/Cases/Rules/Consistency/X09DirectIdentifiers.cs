using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X09: direct identifiers have special grounds.</summary>
public sealed class X09DirectIdentifiers() : ApplicationRule(
    "X09",
    "Direkte identifiserende opplysninger krever særlige grunner.",
    "Directly identifying data need special grounds.",
    "Helseregisterloven § 19 a andre ledd; R11")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        !string.IsNullOrWhiteSpace(facts.Content.Legal?.SpecialGrounds) ? []
        : facts.Content.Legal?.Identifiability == Identifiability.Direct ? [At("legal.specialGrounds")]
        : from source in facts.Sources from variable in source.Variables where variable.DirectIdentifier select At($"variable:{source.Register}/{variable.Id}");
}

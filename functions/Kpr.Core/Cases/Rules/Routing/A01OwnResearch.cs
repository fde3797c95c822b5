namespace Kpr.Core.Cases.Rules.Routing;

/// <summary>A01: the controller of a register researches on its own register without linkage.</summary>
public sealed class A01OwnResearch() : RoutingRule(
    "A01",
    "Den dataansvarliges egen forskning på eget register uten kobling avgjøres av registeret selv.",
    "Own research of a register without linkage is decided by the register itself.",
    "Forskrift 2023-01-11-48 § 10 tredje ledd b; R3")
{
    /// <inheritdoc/>
    public override Cases.Routing? Route(CaseFacts facts) =>
        facts.Content is { Purpose.OwnResearchOfRegister: true, Sources.Sources: [var only], Linkage: null or { Linked: false } }
            ? To(only.Register, "Egen forskning på eget register uten kobling avgjøres av registeret selv.")
            : null;
}

namespace Kpr.Core.Cases.Rules.Routing;

/// <summary>A04: a register that Helsedataservice does not decide for.</summary>
public sealed class A04OtherRegister() : RoutingRule(
    "A04",
    "Søknad til et register utenfor Helsedataservices myndighet sendes til registeret.",
    "An application to a register that Helsedataservice does not decide for is sent there.",
    "Forskrift 2023-01-11-48 §§ 3–4 og vedlegget; forvaltningsloven § 11 fjerde ledd; R4")
{
    /// <inheritdoc/>
    public override Cases.Routing? Route(CaseFacts facts) =>
        facts.Content.Sources is { Sources: { Count: > 0 } sources } && sources.All(source => facts.Registers.Find(source.Register) is { DecidedByHelsedataservice: false })
            ? To(sources[0].Register, "Helsedataservice avgjør ikke søknader om data fra dette registeret.")
            : null;
}

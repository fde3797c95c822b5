using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Routing;

/// <summary>A03: KPR takes purposes other than research by its own form.</summary>
public sealed class A03KprOtherPurpose() : RoutingRule(
    "A03",
    "Søknad om data fra KPR til andre formål enn forskning går til registerets eget mottak.",
    "Applications to KPR for purposes other than research go to the register’s own intake.",
    "Helsedirektoratet, Søk om data fra KPR; R2")
{
    /// <inheritdoc/>
    public override Cases.Routing? Route(CaseFacts facts) =>
        facts.Content is { Purpose.Category: PurposeCategory.HealthAnalysis or PurposeCategory.Other, Sources.Sources: [{ Register: "kpr" }] }
            ? To("kpr", "Søknader om data fra KPR til andre formål enn forskning går til registerets eget mottak.")
            : null;
}

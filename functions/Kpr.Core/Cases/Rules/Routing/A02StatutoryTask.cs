using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Routing;

/// <summary>A02: a public body fulfils a statutory task that is no research.</summary>
public sealed class A02StatutoryTask() : RoutingRule(
    "A02",
    "Andre formål enn forskning, for å oppfylle en lovpålagt oppgave, avgjøres av registeret selv.",
    "Use by a public body for a statutory task other than research is decided by the register itself.",
    "Forskrift 2023-01-11-48 § 10 tredje ledd a; R2")
{
    /// <inheritdoc/>
    public override Cases.Routing? Route(CaseFacts facts) =>
        facts.Content is { Purpose: { PublicBody: true, Category: PurposeCategory.HealthAnalysis or PurposeCategory.Other, StatutoryTask: { Length: > 0 } }, Sources.Sources: [var first, ..] }
            ? To(first.Register, "Bruk for å oppfylle en lovpålagt oppgave avgjøres av registeret selv.")
            : null;
}

using Kpr.Core.Cases.Content;

namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X16: delivery outside a closed analysis infrastructure has its reason.</summary>
public sealed class X16OtherDelivery() : ApplicationRule(
    "X16",
    "Utlevering utenfor en lukket og sikker analyseinfrastruktur skal begrunnes.",
    "Delivery outside a closed secure analysis infrastructure has its reason.",
    "Forskrift 2023-01-11-48 § 4; R16")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Kind == ApplicationKind.PersonLevel && facts.Content.Security is { ClosedInfrastructure: false } security && string.IsNullOrWhiteSpace(security.OtherDeliveryReason) ? [At("security.otherDeliveryReason")] : [];
}

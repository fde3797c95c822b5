using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G09: never to prosecution, employers or insurers.</summary>
public sealed class G09AbsoluteBans() : Gate(
    "G09",
    "Opplysningene gis ikke til påtalemyndighet, arbeidsgiver eller forsikring, heller ikke med samtykke.",
    "Never to prosecution, employers or insurers, even with consent.",
    "Helseregisterloven § 19 d; R12")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Content.Purpose?.Uses?.Any(use => use is IntendedUse.Prosecution or IntendedUse.Employment or IntendedUse.Insurance) == true
        ? Failed("Bruken er forbudt.") : Passed();
}

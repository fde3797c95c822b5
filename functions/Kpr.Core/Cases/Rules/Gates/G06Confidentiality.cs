using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G06: something lifts confidentiality.</summary>
public sealed class G06Confidentiality() : Gate(
    "G06",
    "Taushetsplikten er opphevet ved samtykke, unntak eller dispensasjon.",
    "Confidentiality is lifted by consent, exemption or waiver.",
    "Helseregisterloven §§ 19 a tredje ledd, 19 b og 19 e; forskrift 2023-01-11-48 § 7; R5, R8, R9")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment)
    {
        if (facts.Kind == ApplicationKind.Statistics)
        {
            return NotApplicable();
        }

        switch (facts.Content.Legal?.Route)
        {
            case null:
                return Failed("Det står ikke hva som opphever taushetsplikten.");
            case ConfidentialityRoute.IndirectExemption:
                return facts.Content.Legal.Identifiability == Identifiability.Direct
                    || facts.Sources.Any(source => facts.Registers.Find(source.Register) is { UnderSection11: false })
                    ? Failed("Unntaket i § 19 b kan ikke brukes her.")
                    : string.IsNullOrWhiteSpace(facts.Content.Purpose?.Benefit) ? Failed("Vesentlig samfunnsinteresse er ikke beskrevet.") : Passed();
            case ConfidentialityRoute.Waiver:
                // Folkehelseinstituttet cannot give itself a waiver: Helsedirektoratet decides.
                var needed = facts.ApplicantIsFhi ? PrerequisiteKind.Directorate : PrerequisiteKind.Waiver;
                return facts.Prerequisites.Any(item => item.Kind == needed && item.Status == PrerequisiteStatus.Granted)
                    ? Passed()
                    : Failed(facts.ApplicantIsFhi ? "Helsedirektoratet har ikke gitt dispensasjon." : "Dispensasjon er ikke gitt.");
            default:
                return Passed();
        }
    }
}

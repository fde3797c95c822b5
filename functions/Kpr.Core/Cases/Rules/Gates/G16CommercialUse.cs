using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G16: no commercial use of quality registers.</summary>
public sealed class G16CommercialUse() : Gate(
    "G16",
    "Data fra registre med forbud brukes ikke kommersielt.",
    "Data of registers with a ban are not used commercially.",
    "Forskrift 2019-06-21-789 § 1-3")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Content.Purpose?.Uses?.Contains(IntendedUse.Commercial) == true
        && facts.Sources.Any(source => facts.Registers.Find(source.Register) is { CommercialUseBanned: true }) ? Failed("Kommersiell bruk er forbudt.") : Passed();
}

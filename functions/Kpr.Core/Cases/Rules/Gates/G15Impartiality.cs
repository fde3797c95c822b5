using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G15: the handler is impartial.</summary>
public sealed class G15Impartiality() : Gate(
    "G15",
    "Saksbehandler er habil.",
    "The handler is impartial.",
    "Forvaltningsloven kap. II; R49")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Staff.Handler is { } handler && facts.Staff.IsConflicted(handler) ? Failed("Saksbehandler er inhabil.") : Passed();
}

using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Orders;

namespace Kpr.Functions.Extracts;

/// <summary>
/// Commands of a case that an extract gives, and nobody beside it: that it is finished tells the system, and it is let go with certificate, reason and place, or not at all. Statistics
/// have tables, which the staff tells of itself.
/// </summary>
internal static class ThroughExtract
{
    /// <summary>Whether a command from outside is one of these.</summary>
    public static bool Is(CaseState state, CaseCommand command) => command switch
    {
        FinishExtraction finish => IsOurs(state, finish.Order) && ExtractStore.IsPossible(finish.Reference),
        ReleaseOrder or SendToLinker when ((OrderCommand)command).Order is { } order => IsOurs(state, order) && ExtractStore.IsPossible(state.FindOrder(order)!.Output?.Reference),
        _ => false,
    };

    // Other registers name their output as they like.
    private static bool IsOurs(CaseState state, string order) => state.Kind == ApplicationKind.PersonLevel && state.FindOrder(order) is { Register: KprVariables.Register };
}

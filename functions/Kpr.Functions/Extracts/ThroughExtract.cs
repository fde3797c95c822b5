using Kpr.Core.Cases;
using Kpr.Core.Cases.Orders;

namespace Kpr.Functions.Extracts;

/// <summary>
/// Commands of a case that an extract gives, and nobody beside it: that it is finished tells the system, and it is let go with certificate, reason and place, or not at all.
/// </summary>
internal static class ThroughExtract
{
    /// <summary>Whether a command from outside is one of these.</summary>
    public static bool Is(CaseState state, CaseCommand command) => command switch
    {
        FinishExtraction finish => ExtractStore.IsPossible(finish.Reference),
        ReleaseOrder release => IsExtract(state, release.Order),
        SendToLinker send => IsExtract(state, send.Order),
        _ => false,
    };

    private static bool IsExtract(CaseState state, string? order) => order is not null && ExtractStore.IsPossible(state.FindOrder(order)?.Output?.Reference);
}

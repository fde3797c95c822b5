using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Statistics.Orders;

/// <summary>What a case says of the tables that are made for it.</summary>
public static class CaseTables
{
    /// <summary>
    /// Whether tables may be made for a case: it is of statistics, from the start or since the applicant took them instead of data about persons, and a register has
    /// an order of it that is not over.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="register">Code of the register.</param>
    public static bool Awaits(CaseState state, string register) =>
        state.Kind == ApplicationKind.Statistics && state.Orders.Any(order => order.Register == register && !order.State.IsTerminal() && !order.State.IsDelivered());

    /// <summary>
    /// Whether the applicant and whoever else the case lets read may have a table: it is what a delivered order of the case refers to, the decision still gives it,
    /// and nothing has taken it back.
    /// </summary>
    /// <param name="state">The case that the table was ordered for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="table">Id of the table.</param>
    public static bool IsReleasedTo(CaseState state, Actor actor, string table) =>
        actor.Role == Role.Applicant && Relations.Of(state, actor) is Relation.Owner or Relation.Editor or Relation.Reader
        && state is { Suspended: null, Decision.Grants: true }
        && state.Orders.Any(order => order.State.IsDelivered() && order.Output?.Reference == table);
}

using System.Collections.Concurrent;
using System.Reflection;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>A command on one order. A register may only act on its own.</summary>
public abstract record OrderCommand : CaseCommand
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<OrderState>> States = new();

    /// <summary>Id of the order.</summary>
    public abstract string Order { get; init; }

    internal sealed override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.FindOrder(Order) is not { } order || (now.By.Role == Role.Register && order.Register != now.By.Register))
        {
            // To staff of another register the order does not exist.
            return Refusals.UnknownOrder.For(Order);
        }

        return FromOf(GetType()).Contains(order.State) ? DecideOn(state, order, now) : Refusals.WrongOrderState.For(Order, order.State.ToString());
    }

    internal abstract Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now);

    /// <summary>The states in which an order takes a command.</summary>
    internal static IReadOnlyList<OrderState> FromOf(Type command) => States.GetOrAdd(
        command, type => type.GetCustomAttribute<FromAttribute>()?.States ?? throw new InvalidOperationException($"{type} has no [From]."));
}

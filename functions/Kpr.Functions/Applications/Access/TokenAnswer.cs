using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Access;

/// <summary>Who a token is made out for, or why it is not taken.</summary>
/// <param name="Actor">Who; null when it is not taken.</param>
/// <param name="Fault">Why not; null when it is taken.</param>
public sealed record TokenAnswer(Actor? Actor, TokenFault? Fault)
{
    /// <summary>It is taken.</summary>
    public static TokenAnswer Yes(Actor actor) => new(actor, null);

    /// <summary>It is not taken.</summary>
    public static TokenAnswer No(TokenFault fault) => new(null, fault);
}

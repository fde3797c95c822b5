namespace Kpr.Core.Cases;

/// <summary>A kind of command.</summary>
/// <param name="Name">Name in the HTTP interface.</param>
/// <param name="Norwegian">Label in bokmål.</param>
/// <param name="English">Label in English.</param>
/// <param name="Phases">When it may be given.</param>
/// <param name="Type">The record.</param>
public sealed record CommandType(string Name, string Norwegian, string English, IReadOnlyList<Phase> Phases, Type Type)
{
    private readonly uint _phases = Phases.Aggregate(0u, (bits, phase) => bits | (1u << (int)phase));

    /// <summary>Whether it may be given in a phase.</summary>
    public bool IsPossibleIn(Phase phase) => (_phases & (1u << (int)phase)) != 0;
}

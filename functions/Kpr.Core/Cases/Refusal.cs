namespace Kpr.Core.Cases;

/// <summary>Why a command was not carried out. Numbers are stable: they are part of the HTTP interface.</summary>
/// <param name="Number">Number in the catalogue (<see cref="Refusals"/>).</param>
/// <param name="Norwegian">What is wrong and what to do, in bokmål.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The rule behind it: law, regulation, or own choice.</param>
public sealed record Refusal(int Number, string Norwegian, string English, string Source)
{
    /// <summary>What exactly stands in the way: ids of rules, items, orders or fields.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The same refusal, saying what exactly stands in the way.</summary>
    public Refusal For(params IReadOnlyList<string> about) => this with { About = about };
}

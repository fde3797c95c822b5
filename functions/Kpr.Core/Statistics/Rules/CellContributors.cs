namespace Kpr.Core.Statistics.Rules;

/// <summary>Who supplies a cell (bidragsytere): practices, providers of care, municipalities. Only what the rules ask for: how many, and the largest.</summary>
/// <param name="Count">How many they are.</param>
/// <param name="Total">What they supply together: contacts, or the sum of a sum.</param>
/// <param name="Largest">What the largest supply, the largest first; at most <see cref="MostLargest"/>.</param>
public sealed record CellContributors(int Count, long Total, IReadOnlyList<long> Largest)
{
    /// <summary>So many of the largest are kept: no rule may ask for more.</summary>
    public const int MostLargest = 5;

    /// <summary>Nobody.</summary>
    public static CellContributors None { get; } = new(0, 0, []);

    /// <summary>Contributors who supply these amounts, in any order.</summary>
    public static CellContributors Of(params IReadOnlyList<long> amounts) => new(amounts.Count, amounts.Sum(), [.. amounts.OrderDescending().Take(MostLargest)]);

    /// <summary>With one more, who is none of these.</summary>
    /// <param name="amount">What he supplies.</param>
    public CellContributors With(long amount) => Plus(new CellContributors(1, amount, [amount]));

    /// <summary>With others, of whom none is one of these.</summary>
    public CellContributors Plus(CellContributors other) =>
        new(Count + other.Count, Total + other.Total, [.. Largest.Concat(other.Largest).OrderDescending().Take(MostLargest)]);

    /// <summary>What the largest supply together.</summary>
    /// <param name="largest">How many of them.</param>
    public long Of(int largest) => Largest.Take(largest).Sum();
}

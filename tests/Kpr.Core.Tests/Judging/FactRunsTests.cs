using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Judging;

public sealed class FactRunsTests
{
    private const int Seed = 20260101;

    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(1_000, 4)]
    [InlineData(7, 714)]
    public void Facts_come_in_the_order_of_judging_whether_they_fit_in_memory_or_not(int budget, int runs)
    {
        var added = Facts(5_000);
        using var facts = new FactRuns(budget);
        added.ForEach(fact => facts.Add(fact));

        var merged = facts.Merge().ToList();

        Assert.Equal(runs, facts.SpilledRuns);
        Assert.Equal(added.Count, facts.Count);
        var expected = added.ToList();
        expected.Sort((a, b) => Fact.Compare(a, b));
        Assert.Equal(expected.Select(Told), merged.Select(Told));
    }

    [Fact]
    public void Written_facts_are_a_run_that_merges_with_others()
    {
        var added = Facts(300);
        using var first = new FactRuns();
        using var second = new FactRuns();
        added.Take(200).ToList().ForEach(fact => first.Add(fact));
        added.Skip(200).ToList().ForEach(fact => second.Add(fact));
        var written = new MemoryStream();
        first.Write(written);
        written.Position = 0;
        second.AddRun(written);

        var merged = second.Merge().Select(Told);

        added.Sort((a, b) => Fact.Compare(a, b));
        Assert.Equal(added.Select(Told), merged);
    }

    // Few keys, some of them alike in their first half, so that whole facts must be compared; sequences come in order.
    private static List<Fact> Facts(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(1, count).Select(ordinal =>
        {
            var kind = (FactKind)random.Next(1, 4);
            var key = new UInt128((ulong)random.Next(20) << 40, (ulong)random.Next(3));
            var role = kind == FactKind.Sequence ? (byte)0 : (byte)random.Next(3);
            return new Fact(kind, key, role, ordinal, ordinal * 3L, key + 1, key + 2, (ulong)ordinal);
        })];
    }

    private static (FactKind Kind, UInt128 Key, byte Role, long Ordinal, long Line, UInt128 Content) Told(Fact fact) =>
        (fact.Kind, fact.Key, fact.Role, fact.Ordinal, fact.Line, fact.Content);
}

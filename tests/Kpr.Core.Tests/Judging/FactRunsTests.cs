using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Judging;

public sealed class FactRunsTests
{
    // Few keys, of which many share their first eight bytes, so that all of the order is put to use.
    private static readonly Arbitrary<Fact[]> Facts = Gen.ArrayOf(
        from kind in Gen.Elements(Enum.GetValues<FactKind>())
        from high in Gen.Choose(0, 3)
        from low in Gen.Choose(0, 3)
        from role in Gen.Choose(0, 2)
        from ordinal in Gen.Choose(1, 50)
        select new Fact(kind, new UInt128((ulong)high, (ulong)low), (byte)role, ordinal, ordinal, default, default, 0)).ToArbitrary();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void Merge_gives_all_facts_in_the_order_of_judging_however_few_fit_in_memory(int budget) =>
        Prop.ForAll(Facts, facts =>
        {
            using var runs = new FactRuns(budget);
            foreach (var fact in facts)
            {
                runs.Add(fact);
            }

            var merged = runs.Merge().ToList();
            return merged.Count == facts.Length
                && merged.Zip(merged.Skip(1)).All(pair => Fact.Compare(pair.First, pair.Second) <= 0)
                && merged.OrderBy(Text, StringComparer.Ordinal).Select(Text).SequenceEqual(facts.OrderBy(Text, StringComparer.Ordinal).Select(Text));
        }).Check(Config.QuickThrowOnFailure.WithReplay(17UL, 29UL));

    [Fact]
    public void Runs_written_elsewhere_are_merged_with_those_at_hand()
    {
        using var written = new MemoryStream();
        using (var chunk = new FactRuns())
        {
            chunk.Add(Service(5, 2));
            chunk.Add(Service(1, 1));
            chunk.Write(written);
        }

        written.Position = 0;
        using var runs = new FactRuns();
        runs.AddRun(written);
        runs.Add(Service(3, 3));

        Assert.Equal([1, 3, 2], runs.Merge().Select(fact => fact.Ordinal));
    }

    private static Fact Service(ulong key, long ordinal) =>
        new(FactKind.Service, new UInt128(key, 0), 0, ordinal, ordinal, default, default, 0);

    private static string Text(Fact fact) => $"{fact.Kind} {fact.Key} {fact.Role} {fact.Ordinal}";
}

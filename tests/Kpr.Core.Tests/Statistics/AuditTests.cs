using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

public sealed class AuditTests
{
    [Fact]
    public void Its_intervals_are_those_of_a_textbook_tableau() => Parallel.For(0, 300, number =>
    {
        var (table, published) = Careless((ulong)number);
        var audit = Audit(table, published)!;
        var attacker = new DenseAttacker(table.Layout, published, 0);
        foreach (var cell in Enumerable.Range(0, published.Length).Where(cell => published[cell] is null))
        {
            var (least, most) = attacker.Reach(cell);
            var interval = audit.Intervals.Single(interval => interval.Cell == table.Layout.CellOf[cell]);

            Assert.Equal((long)Math.Ceiling(least - 1e-6), interval.Lower);
            if (most is { } bound)
            {
                Assert.Equal((long)Math.Floor(bound + 1e-6), interval.Upper);
            }
        }
    });

    [Fact]
    public void It_finds_the_same_without_the_true_table()
    {
        for (var number = 0UL; number < 100; number++)
        {
            var (table, published) = Careless(number);
            var told = Audit(table, published, truth: true)!;
            var untold = Audit(table, published)!;

            Assert.Equal(told.Intervals.Select(interval => (interval.Cell, interval.Lower, interval.Upper)), untold.Intervals.Select(interval => (interval.Cell, interval.Lower, interval.Upper)));
            Assert.True(untold.WitnessesHold(table.Layout.System, Values(table, published), 0));
        }
    }

    [Fact]
    public void A_cell_that_subtraction_gives_away_has_no_width()
    {
        var table = TwoByTwo(3, 7, 9, 11);
        var published = table.Counts.Select(count => count == 3 ? (long?)null : count).ToArray();

        var interval = Assert.Single(Audit(table, published)!.Intervals);

        Assert.Equal((3L, 3L, 0L), (interval.Lower, interval.Upper, interval.WitnessWidth));
    }

    [Fact]
    public void Four_hidden_corners_are_as_wide_as_the_smaller_diagonals_allow()
    {
        var table = TwoByTwo(3, 7, 9, 11);
        var published = table.Counts.Select(count => count is 3 or 7 or 9 or 11 ? (long?)null : count).ToArray();

        var audit = Audit(table, published)!;

        Assert.Equal([(0L, 10L), (0, 10), (2, 12), (8, 18)], audit.Intervals.Select(interval => (interval.Lower, interval.Upper)));
        Assert.All(audit.Intervals, interval => Assert.Equal(10, interval.WitnessWidth));
    }

    [Fact]
    public void Published_zeros_tell_that_a_hidden_cell_is_at_least_one()
    {
        var table = TwoByTwo(1, 1, 9, 11);
        var rowTotal = table.Layout.Cell([0, 2]);
        var published = table.Counts.Select((count, cell) => cell == rowTotal ? count : (long?)null).ToArray();

        Assert.All(Audit(table, published, least: 1)!.Intervals.Take(2), interval => Assert.Equal((1L, 1L), (interval.Lower, interval.Upper)));
        Assert.All(Audit(table, published)!.Intervals.Take(2), interval => Assert.Equal((0L, 2L), (interval.Lower, interval.Upper)));
    }

    [Fact]
    public void A_cell_that_is_tied_to_another_one_counts_with_it_wherever_they_stand()
    {
        // a = b + 3, and a + b + c = 20: two of b and one of c are 17.
        const int A = 0, B = 1, C = 2, Three = 3, Twenty = 4;
        var system = new CellSystem([1, 1, 1, 1, 1], [new CellSum(A, [B, Three]), new CellSum(Twenty, [A, B, C])]);
        long?[] published = [null, null, null, 3, 20];

        var audit = new TableAudit(system, published).Run(5)!;

        Assert.Equal([(A, 3L, 11L), (B, 0, 8), (C, 1, 17)], audit.Intervals.Select(interval => (interval.Cell, interval.Lower, interval.Upper)));
        Assert.All(audit.Intervals, interval => Assert.InRange(interval.WitnessWidth, 5, interval.Width));
        Assert.True(audit.WitnessesHold(system, published, 0));
        Assert.Equal([(A, 3L, 11L), (B, 0, 8)], new TableAudit(system, published).NarrowerThan(10)!);
    }

    [Fact]
    public void Cells_that_are_tied_to_each_other_in_two_ways_contradict_each_other()
    {
        // a = b + 3 and a = b + 4.
        var system = new CellSystem([1, 1, 1, 1], [new CellSum(0, [1, 2]), new CellSum(0, [1, 3])]);

        Assert.Null(new TableAudit(system, [null, null, 3, 4]).Run(5));
        Assert.Null(new TableAudit(system, [null, null, 3, 4]).NarrowerThan(5));
    }

    [Fact]
    public void Numbers_that_contradict_each_other_are_no_table()
    {
        var table = TwoByTwo(3, 7, 9, 11);
        var published = table.Counts.Select(count => count is 3 ? (long?)null : count == 30 ? 31 : count).ToArray();

        Assert.Null(Audit(table, published));
    }

    [Fact]
    public void A_false_witness_is_found_out()
    {
        var table = TwoByTwo(3, 7, 9, 11);
        var published = Values(table, [.. table.Counts.Select(count => count is 3 or 7 or 9 or 11 ? (long?)null : count)]);
        var audit = new TableAudit(table.Layout.System, published).Run(5)!;
        var first = audit.Intervals[0];

        var wider = audit with { Intervals = [first with { High = new Witness(first.High.Value + 1, [new(first.Cell, first.High.Value + 1 - audit.Base![first.Cell])]) }] };
        var untrue = audit with { Intervals = [first with { High = first.High with { Value = first.High.Value + 1 } }] };

        Assert.True(audit.WitnessesHold(table.Layout.System, published, 0));
        Assert.False(wider.WitnessesHold(table.Layout.System, published, 0));
        Assert.False(untrue.WitnessesHold(table.Layout.System, published, 0));
    }

    internal static (RandomTable Table, long?[] Published) Careless(ulong seed)
    {
        var table = RandomTable.Of(seed);
        var random = new RandomNumbers(seed ^ 0xABCDEF);
        var hidden = new bool[table.Layout.System.Count];
        for (var cell = 0; cell < table.Counts.Length; cell++)
        {
            hidden[table.Layout.CellOf[cell]] |= table.Counts[cell] < 5 || random.Below(6) == 0;
        }

        return (table, [.. table.Counts.Select((count, cell) => hidden[table.Layout.CellOf[cell]] ? (long?)null : count)]);
    }

    private static AuditResult? Audit(RandomTable table, long?[] published, long least = 0, bool truth = false) =>
        new TableAudit(table.Layout.System, Values(table, published), least).Run(5, truth ? Values(table, [.. table.Counts]).Select(value => value!.Value).ToArray() : null);

    private static long?[] Values(RandomTable table, long?[] published)
    {
        var values = new long?[table.Layout.System.Count];
        for (var cell = 0; cell < published.Length; cell++)
        {
            values[table.Layout.CellOf[cell]] = published[cell];
        }

        return values;
    }

    private static RandomTable TwoByTwo(params long[] corners)
    {
        Assert.True(TableDimension.TryCreate("d0", ["a", "b"], [], "Total", out var rows, out _));
        Assert.True(TableDimension.TryCreate("d1", ["x", "y"], [], "Total", out var columns, out _));
        var layout = new TableLayout([rows, columns]);
        var counts = new long[layout.CellCount];
        for (var at = 0; at < 4; at++)
        {
            counts[layout.Cell([at / 2, at % 2])] = corners[at];
        }

        layout.AddUp(counts);
        return new RandomTable(layout, counts);
    }
}

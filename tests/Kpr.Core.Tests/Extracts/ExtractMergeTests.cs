using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

public sealed class ExtractMergeTests
{
    private const ulong Seed = 20260612;

    private static readonly ExtractTable Table = new("t", "t", "t", [new ExtractColumn("a", "string", "a", "a"), new ExtractColumn("b", "string", "b", "b")], []);

    [Fact]
    public void Merging_runs_is_sorting_all_rows_at_once_in_one_step_or_in_two()
    {
        var random = new RandomNumbers(Seed);
        for (var round = 0; round < 100; round++)
        {
            var whole = new RowPile("t");
            var parts = Enumerable.Range(0, 1 + random.Below(9)).Select(_ => new RowPile("t")).ToList();
            for (var row = random.Below(300); row > 0; row--)
            {
                // Few values, so that rows tie by what they are sorted by, and some are the same altogether.
                var order = new RowOrder(new ProjectKey(KeyKind.Person, (ulong)random.Below(5), (ushort)random.Below(2)), random.Below(3), (ulong)random.Below(3) << 40, random.Below(3));
                var text = Encoding.UTF8.GetBytes($"x{random.Below(4)},{new string('y', random.Below(40))}\n");
                byte[] beside = random.Below(2) == 0 ? [] : [(byte)random.Below(3)];
                whole.Add(order, text, beside);
                parts[random.Below(parts.Count)].Add(order, text, beside);
            }

            var runs = parts.ConvertAll(part => part.Pack().Content.ToArray());
            var expected = Csv([whole.Pack().Content.ToArray()]);
            var half = runs.Count / 2;

            Assert.True(expected == Csv(runs), $"Seed {Seed}, round {round}.");
            Assert.True(expected == Csv([Joined(runs[..half]), Joined(runs[half..])]), $"Seed {Seed}, round {round}, in two steps.");
        }
    }

    [Fact]
    public void A_table_without_rows_is_a_header()
    {
        using var file = new MemoryStream();

        Assert.Equal(new MergedTable("t", 0, 0, 4), ExtractMerge.ToCsv(Table, [], file));
        Assert.Equal("a,b\n", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public void A_run_that_was_cut_off_is_not_taken_for_a_whole_one()
    {
        var pile = new RowPile("t");
        pile.Add(new RowOrder(default, 1, 2, 3), "x,y\n"u8, []);
        var run = pile.Pack().Content.ToArray();

        foreach (var length in Enumerable.Range(1, run.Length - 1))
        {
            Assert.Throws<InvalidDataException>(() => Csv([run[..length]]));
        }
    }

    private static byte[] Joined(List<byte[]> runs)
    {
        using var joined = new MemoryStream();
        ExtractMerge.ToRun([.. runs.Select(run => new MemoryStream(run))], joined);
        return joined.ToArray();
    }

    private static string Csv(List<byte[]> runs)
    {
        using var file = new MemoryStream();
        ExtractMerge.ToCsv(Table, [.. runs.Select(run => new MemoryStream(run))], file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}

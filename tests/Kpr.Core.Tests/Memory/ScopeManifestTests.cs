using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Memory;

namespace Kpr.Core.Tests.Memory;

public sealed class ScopeManifestTests
{
    private static readonly DateTime Now = new(2031, 6, 2, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_file_is_judged_against_all_before_its_place_and_against_all_while_it_has_none()
    {
        var manifest = Of(("a", 10), ("b", 10), ("c", 10));

        Assert.Equal(["a.run"], manifest.Before("b").Select(entry => entry.Run));
        Assert.Equal(["a.run", "b.run", "c.run"], manifest.Before("d").Select(entry => entry.Run));
        Assert.True(manifest.Has("b"));
        Assert.False(manifest.Has("d"));
    }

    [Fact]
    public void A_file_has_one_place() =>
        Assert.Throws<InvalidOperationException>(() => Of(("a", 10)).With(new RunEntry("other.run", 1, 1, "a")));

    [Fact]
    public void A_file_that_left_nothing_has_its_place_all_the_same()
    {
        var manifest = Of(("a", 10)).With(new RunEntry(null, 0, 0, "b"));

        Assert.True(manifest.Has("b"));
        Assert.Equal(["a.run"], manifest.Before("c").Select(entry => entry.Run));
    }

    [Fact]
    public void Four_neighbours_of_a_size_are_merged_and_what_is_larger_is_left_alone()
    {
        var manifest = Of(("big", 1_000_000), ("a", 10), ("b", 10), ("c", 10), ("d", 10), ("e", 10));

        Assert.Equal(["a.run", "b.run", "c.run", "d.run"], manifest.NextMerge(_ => true).Select(entry => entry.Run));
        Assert.Empty(Of(("a", 10), ("b", 10), ("c", 10)).NextMerge(_ => true));
    }

    [Fact]
    public void A_file_that_is_not_done_is_not_merged_and_nothing_is_merged_across_it()
    {
        var manifest = Of(("a", 10), ("b", 10), ("c", 10), ("d", 10), ("e", 10), ("f", 10), ("g", 10));

        Assert.Empty(manifest.NextMerge(file => file != "d"));
        Assert.Equal(["c.run", "d.run", "e.run", "f.run"], manifest.NextMerge(file => file != "b").Select(entry => entry.Run));
    }

    [Fact]
    public void A_small_run_between_large_ones_is_taken_along()
    {
        var manifest = Of(("a", 50_000), ("b", 3), ("c", 50_000), ("d", 50_000));

        Assert.Equal(4, manifest.NextMerge(_ => true).Count);
    }

    [Fact]
    public void A_merged_run_stands_in_the_place_of_those_it_was_merged_of_also_when_files_came_meanwhile()
    {
        var before = Of(("a", 10), ("b", 10), ("c", 10), ("d", 10));
        var old = before.NextMerge(_ => true);
        var merged = before.With(new RunEntry("e.run", 10, 1, "e")).Replacing(old, new RunEntry("abcd.run", 40, 1, null), Now)!;

        Assert.Equal(["abcd.run", "e.run"], merged.Before("f").Select(entry => entry.Run));
        Assert.Equal(["a.run", "b.run", "c.run", "d.run"], merged.Retired.Select(retired => retired.Run));
        Assert.Null(merged.Replacing(old, new RunEntry("again.run", 40, 1, null), Now));
    }

    [Fact]
    public void Retired_runs_are_kept_for_a_week()
    {
        var before = Of(("a", 10), ("b", 10), ("c", 10), ("d", 10));
        var merged = before.Replacing(before.NextMerge(_ => true), new RunEntry("abcd.run", 40, 1, null), Now)!;

        Assert.Same(merged, merged.Purged(Now.AddDays(7).AddTicks(-1), out var none));
        Assert.Empty(none);
        Assert.Empty(merged.Purged(Now.AddDays(7), out var gone).Retired);
        Assert.Equal(["a.run", "b.run", "c.run", "d.run"], gone);
    }

    // Each fact stands for itself: however files come and merges happen between, no file is lost, none comes twice, and
    // their order stays.
    [Fact]
    public void Merging_keeps_the_order_of_history_and_few_runs_are_left() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 3_000)).ToArbitrary(), sizes =>
        {
            var manifest = ScopeManifest.Empty("test");
            var written = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var file = 0; file < sizes.Length; file++)
            {
                written[$"{file}.run"] = $"{file} ";
                manifest = manifest.With(new RunEntry($"{file}.run", sizes[file], 1, $"{file}"));
                while (manifest.NextMerge(_ => true) is { Count: > 0 } old)
                {
                    var name = $"merged-{written.Count}.run";
                    written[name] = string.Concat(old.Select(entry => written[entry.Run!]));
                    manifest = manifest.Replacing(old, new RunEntry(name, old.Sum(entry => entry.Facts), 1, null), Now)!;
                }
            }

            var levels = 1 + (int)Math.Ceiling(Math.Log(1 + sizes.Sum(), 4));
            return string.Concat(manifest.Entries.Select(entry => written[entry.Run!])) == string.Concat(Enumerable.Range(0, sizes.Length).Select(file => $"{file} "))
                && manifest.Entries.Count <= 3 * levels;
        }).Check(Config.QuickThrowOnFailure.WithReplay(3UL, 9UL));

    private static ScopeManifest Of(params (string File, int Facts)[] files) => files.Aggregate(
        ScopeManifest.Empty("test"), (manifest, file) => manifest.With(new RunEntry($"{file.File}.run", file.Facts, file.Facts, file.File)));
}

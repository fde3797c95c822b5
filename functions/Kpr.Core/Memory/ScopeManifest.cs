using System.Text.Json.Serialization;

namespace Kpr.Core.Memory;

/// <summary>
/// The history of a scope: which runs count, in the order in which their files took their places. It is changed only if
/// nobody changed it meanwhile, so that each file has been judged against all that stands before it.
/// </summary>
/// <param name="Scope">Name of the scope, for example "care-events/0301".</param>
/// <param name="Entries">What counts, oldest first.</param>
/// <param name="Retired">What no longer counts and is not deleted yet.</param>
public sealed record ScopeManifest(string Scope, IReadOnlyList<RunEntry> Entries, IReadOnlyList<RetiredRun> Retired)
{
    /// <summary>How many runs of a size are merged into one of the next.</summary>
    public const int MergedAtOnce = 4;

    /// <summary>For how long a retired run is kept.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    /// <summary>The names of all runs that must not be deleted.</summary>
    [JsonIgnore]
    public IEnumerable<string> Runs => Entries.Select(entry => entry.Run).OfType<string>().Concat(Retired.Select(retired => retired.Run));

    /// <summary>A scope that remembers nothing yet.</summary>
    public static ScopeManifest Empty(string scope) => new(scope, [], []);

    /// <summary>Whether a file has its place.</summary>
    public bool Has(string file) => Entries.Any(entry => entry.File == file);

    /// <summary>What a file is judged against: all before its place, or all there is while it has none.</summary>
    public IReadOnlyList<RunEntry> Before(string file) =>
        [.. Entries.TakeWhile(entry => entry.File != file).Where(entry => entry.Run is not null)];

    /// <summary>The history with a file more.</summary>
    /// <exception cref="InvalidOperationException">The file has its place already.</exception>
    public ScopeManifest With(RunEntry entry) => entry.File is { } file && Has(file)
        ? throw new InvalidOperationException($"File {file} has its place in {Scope} already.")
        : this with { Entries = [.. Entries, entry] };

    /// <summary>
    /// What is to be merged next: neighbours in history, of which none is larger than the size in question and all are
    /// done with. A file that is not done must keep its place, since it may be judged again.
    /// </summary>
    /// <param name="isDone">Whether a file will not be judged again, by its key.</param>
    /// <returns>The entries, oldest first; empty when there is nothing to merge.</returns>
    public IReadOnlyList<RunEntry> NextMerge(Func<string, bool> isDone)
    {
        var levels = Entries.Select(entry => entry.File is null || isDone(entry.File) ? entry.Level : int.MaxValue).ToArray();
        foreach (var level in levels.Distinct().Order().Where(level => level != int.MaxValue))
        {
            var count = 0;
            for (var place = 0; place < levels.Length; place++)
            {
                count = levels[place] <= level ? count + 1 : 0;
                if (count == MergedAtOnce)
                {
                    return [.. Entries.Skip(place - MergedAtOnce + 1).Take(MergedAtOnce)];
                }
            }
        }

        return [];
    }

    /// <summary>The history with one run in the place of others.</summary>
    /// <param name="old">Neighbours in history, oldest first.</param>
    /// <param name="merged">What stands for them.</param>
    /// <param name="at">When (UTC).</param>
    /// <returns>Null when they do not stand there side by side any more.</returns>
    public ScopeManifest? Replacing(IReadOnlyList<RunEntry> old, RunEntry merged, DateTime at)
    {
        var start = Entries.TakeWhile(entry => entry != old[0]).Count();
        return Entries.Skip(start).Take(old.Count).SequenceEqual(old)
            ? this with
            {
                Entries = [.. Entries.Take(start), merged, .. Entries.Skip(start + old.Count)],
                Retired = [.. Retired, .. old.Where(entry => entry.Run is not null && entry.Run != merged.Run).Select(entry => new RetiredRun(entry.Run!, at))],
            }
            : null;
    }

    /// <summary>The history without the runs that were retired long enough ago.</summary>
    /// <param name="now">The time (UTC).</param>
    /// <param name="gone">The runs to delete, once the manifest is written.</param>
    public ScopeManifest Purged(DateTime now, out IReadOnlyList<string> gone)
    {
        gone = [.. Retired.Where(retired => now - retired.RetiredAt >= Grace).Select(retired => retired.Run)];
        return gone.Count == 0 ? this : this with { Retired = [.. Retired.Where(retired => now - retired.RetiredAt < Grace)] };
    }
}

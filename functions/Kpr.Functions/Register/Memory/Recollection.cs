using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Rules;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Register.Memory;

/// <summary>
/// The facts of a file, and what the register knows of their keys. Both lie in temporary files: constant memory however
/// many there are, and a file that is judged again asks only the runs that came meanwhile.
/// </summary>
/// <param name="memory">The register's memory.</param>
/// <param name="scope">The scope of the file.</param>
public sealed class Recollection(MemoryStore memory, string? scope) : IDisposable
{
    private readonly FactSpool _own = new();
    private readonly List<(string Run, FactSpool Known)> _known = [];

    /// <summary>The file's own facts, in order.</summary>
    public IEnumerable<Fact> Own => _own.Read();

    /// <summary>The file's own facts and those that the register knows, in order.</summary>
    public IEnumerable<Fact> All => FactMerge.Of([.. _known.Select(run => run.Known.Read()), Own]);

    /// <summary>Puts the file's facts together from its chunks.</summary>
    public async Task TakeAsync(WorkArea work, string file, FileReading reading, CancellationToken cancellationToken)
    {
        using var facts = new FactRuns();
        foreach (var chunk in reading.Chunks)
        {
            facts.AddRun(await work.OpenAsync(WorkArea.Facts(file, chunk.Index), cancellationToken));
        }

        foreach (var fact in facts.Merge())
        {
            _own.Add(fact);
        }
    }

    /// <summary>Adds facts that others make of the file's records, in order and behind its own.</summary>
    public void Take(IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
        {
            _own.Add(fact);
        }
    }

    /// <summary>Asks the runs of a history for what they know; what was asked before is not asked again.</summary>
    public async Task AskAsync(IReadOnlyList<RunEntry> history, CancellationToken cancellationToken)
    {
        var same = _known.Zip(history).TakeWhile(pair => pair.First.Run == pair.Second.Run).Count();
        if (same < _known.Count)
        {
            // Merged meanwhile: the same facts under other names.
            Forget();
            same = 0;
        }

        var asked = await Task.WhenAll(history.Skip(same).Select(async entry => (entry.Run!, await RecallAsync(entry, cancellationToken))));
        _known.AddRange(asked);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _own.Dispose();
    }

    private async Task<FactSpool> RecallAsync(RunEntry entry, CancellationToken cancellationToken) =>
        await Recall.FromAsync(Own, await memory.OpenAsync(scope!, entry, cancellationToken), cancellationToken);

    private void Forget()
    {
        _known.ForEach(run => run.Known.Dispose());
        _known.Clear();
    }
}

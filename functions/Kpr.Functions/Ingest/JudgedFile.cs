using System.Collections;
using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Functions.Ingest;

/// <summary>
/// A file put together from its judged chunks: the outcome, the fate of every record, and all findings in a
/// temporary file. Constant memory but for two bits a record.
/// </summary>
public sealed class JudgedFile : IDisposable
{
    private readonly Feed _feed;
    private readonly FileReading _reading;
    private readonly string _file;
    private readonly FileStream _findings;
    private readonly FileTally _tally;
    private readonly BitArray _rejected;
    private readonly HashSet<long> _erased = [];
    private readonly HashSet<long> _reserved = [];
    private FileOutcome? _outcome;

    /// <summary>Begins; <see cref="JudgeAsync"/> does the work.</summary>
    public JudgedFile(Feed feed, FileReading reading, string file)
    {
        _feed = feed;
        _reading = reading;
        _file = file;
        _rejected = new BitArray(checked((int)reading.Messages.Sum(message => message.Records) + 1));
        _findings = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            });
        _tally = new FileTally(reading.Messages, Take);
    }

    /// <summary>What became of the file.</summary>
    public FileOutcome Outcome => _outcome ?? throw new InvalidOperationException("The file is not judged yet.");

    /// <summary>All findings, one a line, from the beginning.</summary>
    public Stream Findings
    {
        get
        {
            _findings.Position = 0;
            return _findings;
        }
    }

    /// <summary>Whether the file names somebody of whom nothing, or no health item, may be kept: then it is not kept as it came.</summary>
    public bool NamesWithheld => _erased.Count + _reserved.Count > 0;

    /// <summary>Whether a record is stored in the register.</summary>
    public bool IsStored(long ordinal) => !IsRejected(ordinal) && !_tally.Fates.IsDuplicate(ordinal) && !_erased.Contains(ordinal);

    /// <summary>Whether a record goes to quarantine.</summary>
    public bool IsQuarantined(long ordinal) => IsRejected(ordinal) && !_erased.Contains(ordinal) && !_reserved.Contains(ordinal);

    /// <summary>Whether a record has its place in the sender's sequence: it is no repetition, and its message is not refused.</summary>
    public bool HasPlace(long ordinal) => !_tally.Fates.IsDuplicate(ordinal) && !Outcome.RejectedMessages[MessageOf(ordinal)];

    /// <summary>Whether a record that its chunk accepted is not stored after all: a duplicate, of a deleted person, or rejected across records or with its message.</summary>
    public bool HasDropped(Chunk chunk)
    {
        for (var ordinal = chunk.FirstOrdinal; ordinal < chunk.FirstOrdinal + chunk.Records; ordinal++)
        {
            if (_tally.Fates.IsDropped(ordinal) || _erased.Contains(ordinal) || Outcome.RejectedMessages[MessageOf(ordinal)])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any record of a chunk goes to quarantine.</summary>
    public bool HasQuarantined(Chunk chunk)
    {
        for (var ordinal = chunk.FirstOrdinal; ordinal < chunk.FirstOrdinal + chunk.Records; ordinal++)
        {
            if (IsQuarantined(ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Applies the rules across records and counts.</summary>
    /// <param name="work">The work area.</param>
    /// <param name="facts">The facts of the file, and what the register knows of their keys, in order.</param>
    /// <param name="surroundings">What other files say of this one.</param>
    /// <param name="context">What is known of the file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task JudgeAsync(
        WorkArea work, IEnumerable<Fact> facts, Surroundings surroundings, FileContext context, CancellationToken cancellationToken)
    {
        _tally.JudgeAcrossRecords(facts.Concat(surroundings.Facts), _feed.GroupRules(context), context);
        _tally.AddFileFindings(null, surroundings.Findings);
        foreach (var message in _reading.Findings)
        {
            _tally.AddFileFindings(message.Message, message.Findings);
        }

        foreach (var chunk in _reading.Chunks)
        {
            await AddFindingsAsync(work, chunk, cancellationToken);
            var result = await work.ReadAsync(WorkArea.Result(_file, chunk.Index), IngestJson.Default.ChunkResult, cancellationToken);
            _erased.UnionWith(result.Erased);
            _reserved.UnionWith(result.Reserved);
        }

        _erased.UnionWith(surroundings.Erased);
        _outcome = _tally.Finish();
        await _findings.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _tally.Dispose();
        _findings.Dispose();
    }

    private async Task AddFindingsAsync(WorkArea work, Chunk chunk, CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(await work.OpenAsync(WorkArea.Findings(_file, chunk.Index), cancellationToken));
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            _tally.AddRecordFinding(JsonSerializer.Deserialize(line, ReceiptJson.Lines.Finding)!);
        }
    }

    private void Take(Finding finding)
    {
        ReceiptJson.WriteLine(_findings, finding);
        if (finding is { Ordinal: { } ordinal, Severity: >= Severity.RejectRecord })
        {
            _rejected[checked((int)ordinal)] = true;
        }
    }

    private bool IsRejected(long ordinal) =>
        (_rejected[checked((int)ordinal)] && !_tally.Fates.IsDuplicate(ordinal)) || Outcome.RejectedMessages[MessageOf(ordinal)];

    private int MessageOf(long ordinal)
    {
        var (low, high) = (0, _reading.Messages.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_reading.Messages[middle].FirstOrdinal <= ordinal)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}

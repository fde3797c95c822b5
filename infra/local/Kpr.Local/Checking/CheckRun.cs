using System.Text.Json;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Local.Checking;

/// <summary>One call of <c>kpr check</c>: the files given are one set.</summary>
/// <param name="options">What the user asked.</param>
/// <param name="output">Where to write.</param>
/// <param name="clock">The time of receipt.</param>
internal sealed class CheckRun(CheckOptions options, CommandOutput output, TimeProvider clock)
{
    private readonly SourceLimits _limits = new();
    private readonly SeenMessages _seen = new();
    private readonly CheckSummary _summary = new();
    private PagesFolder? _pages;
    private bool _warned;

    /// <summary>Judges the files.</summary>
    /// <returns>The exit code: the worst of all.</returns>
    public int Run(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        if (!TryOpenFindings(out var findings))
        {
            return ExitCode.Usage;
        }

        var missing = new List<string>();
        var files = CheckedFiles.Find(paths, [findings?.FullPath, _pages?.FullPath], missing);
        foreach (var path in missing)
        {
            output.Error.WriteLine($"Finnes ikke: {FileName.Shown(path)}");
        }

        if (files.Count == 0)
        {
            output.Error.WriteLine("Ingen filer å kontrollere.");
            return ExitCode.Usage;
        }

        var worst = missing.Count > 0 ? ExitCode.Usage : ExitCode.Good;
        using var firsts = files.Count > 1 ? new FirstReceipts() : null;
        using var sets = new CheckedSets(_limits);
        if (files.Count > 1)
        {
            sets.Look(files, file => (FeedByName(file), ContextOf(file)), cancellation);
        }

        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            worst = Math.Max(worst, Check(file, findings, firsts, sets, cancellation));
        }

        if (!options.Json && files.Count > 1)
        {
            output.Out.WriteLine(_summary.Write());
        }

        return worst;
    }

    private bool TryOpenFindings(out FindingsFolder? findings)
    {
        findings = null;
        try
        {
            findings = options.FindingsFolder is { } folder ? new FindingsFolder(folder) : null;
            _pages = options.PagesFolder is { } pages ? new PagesFolder(pages) : null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke skrive funn eller kvitteringer: {e.Message}");
            return false;
        }
    }

    private int Check(CheckedFile file, FindingsFolder? findings, FirstReceipts? firsts, CheckedSets sets, CancellationToken cancellation)
    {
        Receipt receipt;
        var replay = Replay.New;
        try
        {
            using var stored = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            using var watched = new WatchedStream(stored, output.Error, cancellation);
            using var all = findings?.Open(file);
            Action<Finding>? record = all is null ? null : finding => ReceiptJson.WriteLine(all, finding);
            receipt = Judge(file, watched, record, firsts, sets.Of(file), ref replay, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke lese {FileName.Shown(file.FullPath)}: {e.GetType().Name}");
            return ExitCode.Usage;
        }

        Write(file, receipt, replay);
        WarnOnce(receipt);
        _summary.Add(receipt, replay);
        if (!TryWritePage(file, receipt))
        {
            return ExitCode.Usage;
        }

        return receipt.Status == ReceiptStatus.Accepted ? ExitCode.Good : ExitCode.JudgedBad;
    }

    // The feed that was told, or that the folders tell; null when the content must.
    private Feed? FeedByName(CheckedFile file) =>
        options.Feed is { } given ? Feeds.Find(given) : file.Folders.Feed is { } folder ? Feeds.Find(folder) : null;

    // In the text of a receipt the warning stands itself; whoever reads JSON lines is told once, beside them.
    private void WarnOnce(Receipt receipt)
    {
        if (options.Json && !_warned && receipt.ReferenceData?.Warning() is { } warning)
        {
            output.Error.WriteLine($"{warning} Last dem med --reference DIR.");
            _warned = true;
        }
    }

    private FileContext ContextOf(CheckedFile file)
    {
        var (senderFolder, feedFolder) = file.Folders;
        var known = options.Feed is null ? FeedByName(file) is not null : feedFolder == options.Feed;
        return new FileContext(clock.GetUtcNow(), options.Settings)
        {
            KnowsRegister = false,
            Reference = options.Reference,
            Sender = options.Sender ?? (known ? senderFolder : null),
        };
    }

    private Receipt Judge(
        CheckedFile file, WatchedStream stored, Action<Finding>? record, FirstReceipts? firsts, Surroundings surroundings, ref Replay replay,
        CancellationToken cancellation)
    {
        var context = ContextOf(file);
        var name = Path.GetFileName(file.FullPath);
        var feed = FeedByName(file);
        if (feed is null)
        {
            using var source = SourceContent.Open(stored, _limits);
            feed = Feeds.Recognise(source);
            if (feed is null)
            {
                var unknown = UnknownFile.Answer(source, name, context, clock);
                record?.Invoke(unknown.Findings[0]);
                return Known(unknown, firsts, ref replay);
            }

            stored.Rewind();
        }

        MessageIdentity? identity = null;
        var parts = new FolderParts(Path.GetDirectoryName(file.FullPath)!, output.Error, cancellation);
        var answer = Replay.New;
        var receipt = new FileJudge(feed, context, _limits).Judge(stored, name, clock, record, firsts is null ? null : about =>
        {
            identity = about;
            return answer = _seen.Note(about);
        }, parts, surroundings);
        replay = answer;
        return identity is { } known ? Remember(known, receipt, firsts!, answer) : receipt;
    }

    private bool TryWritePage(CheckedFile file, Receipt receipt)
    {
        try
        {
            _pages?.Write(file, receipt);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error.WriteLine($"Kan ikke skrive kvittering: {e.GetType().Name}");
            return false;
        }
    }

    private Receipt Known(Receipt receipt, FirstReceipts? firsts, ref Replay replay)
    {
        if (firsts is null || MessageIdentity.Of(receipt.File) is not { } identity)
        {
            return receipt;
        }

        replay = _seen.Note(identity);
        return Remember(identity, receipt, firsts, replay);
    }

    private static Receipt Remember(in MessageIdentity identity, Receipt receipt, FirstReceipts firsts, Replay replay)
    {
        if (replay == Replay.SameAsFirst)
        {
            return firsts.Find(identity);
        }

        firsts.Keep(identity, receipt);
        return receipt;
    }

    private void Write(CheckedFile file, Receipt receipt, Replay replay)
    {
        var note = replay == Replay.SameAsFirst
            ? $"{FileName.Shown(file.FullPath)} er samme fil som {receipt.File.Name}, som er kontrollert før; den første kvitteringen gjelder."
            : null;
        if (options.Json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(receipt, ReceiptJson.Lines.Receipt));
            if (note is not null)
            {
                output.Error.WriteLine(note);
            }
        }
        else if (note is not null)
        {
            output.Out.WriteLine(note);
            output.Out.WriteLine();
        }
        else
        {
            output.Out.WriteLine(ReceiptText.Write(receipt));
        }
    }
}

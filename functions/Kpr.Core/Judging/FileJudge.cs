using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Judging;

/// <summary>
/// Judges a whole file in one pass and constant memory, as <c>kpr check</c> does. The register does the same in
/// chunks, with the same parts and the same outcome.
/// </summary>
/// <param name="feed">The feed that the file belongs to.</param>
/// <param name="file">What is known of the file.</param>
/// <param name="limits">How much the file may hold.</param>
public sealed class FileJudge(Feed feed, FileContext file, SourceLimits limits)
{
    private const int LongestId = 200;
    private const int LongestVersion = 40;

    /// <summary>Judges a file.</summary>
    /// <param name="stored">Its bytes as they lie in storage; read to the end.</param>
    /// <param name="name">Its base name, for the receipt.</param>
    /// <param name="completedAt">Asked for the time when all is judged.</param>
    /// <param name="record">Takes every finding, in order; null when only the receipt is wanted.</param>
    /// <param name="seen">Asked whether the file has come before (F08); null when that is not judged here.</param>
    /// <param name="parts">The files beside it; null where they cannot be reached.</param>
    /// <param name="surroundings">What other files say of this one; null when it stands alone.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Receipt Judge(
        Stream stored, string name, TimeProvider completedAt, Action<Finding>? record = null, Func<MessageIdentity, Replay>? seen = null,
        ISourceParts? parts = null, Surroundings? surroundings = null)
    {
        using var source = SourceContent.Open(stored, limits, parts);
        using var facts = new FactRuns();
        using var journal = new FindingsJournal();
        using var reader = feed.TryOpen(source, limits, out var unreadable);
        var judge = feed.JudgeRecords(file, facts);
        while (reader is not null && reader.Read())
        {
            journal.Add(judge.Judge(reader.Record).Findings);
        }

        var (bytes, sha256) = source.Finish();
        var messageId = MessageId(reader);
        var replay = seen?.Invoke(new MessageIdentity(feed.Name, file.Sender, OwnId(reader), sha256)) ?? Replay.New;
        using var tally = new FileTally([.. Envelopes(reader).Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))], record);
        if (replay == Replay.OtherContent)
        {
            tally.AddFileFindings(null, [AsFinding(The<F08NotSeenBefore>.Rule.OtherContent())]);
        }

        var outcome = Close(tally, reader, unreadable ?? reader?.Fatal, facts, journal, surroundings ?? Surroundings.None);
        return new Receipt
        {
            File = new ReceiptFile(
                FileName.Shown(name), sha256, bytes, feed.Name, reader?.Format, FormatVersion(reader), file.Sender, messageId),
            Status = outcome.Status,
            ReceivedAt = file.ReceivedAt.UtcDateTime,
            CompletedAt = completedAt.GetUtcNow().UtcDateTime,
            ReferenceData = ReceiptReferenceData.Of(feed, file),
            Counts = outcome.Counts,
            Rules = outcome.Rules,
            Findings = outcome.Findings,
            FindingsTruncated = outcome.FindingsTruncated,
        };
    }

    /// <summary>
    /// The id by which a file is known again (F08): that of its message, when it holds just one. An id that is too
    /// long is none. It may hold an identity number: it is compared, and kept by a keyed hash only.
    /// </summary>
    public static string? OwnId(RecordReader? reader) =>
        reader?.Envelopes is [{ MessageId: { Length: > 0 and <= LongestId } id }] ? id : null;

    /// <summary>The id of a file as it may be shown: <see cref="OwnId"/>, unless it holds what looks like an identity number.</summary>
    public static string? MessageId(RecordReader? reader) => OwnId(reader) is { } id && IdentityMask.Apply(id) == id ? id : null;

    /// <summary>The version that a file states, as it may be shown: not too long, and masked.</summary>
    public static string? FormatVersion(RecordReader? reader) => reader is { Envelopes: [{ FormatVersion: { } version }, ..] }
        ? IdentityMask.Apply(version.Length <= LongestVersion ? version : version[..LongestVersion])
        : null;

    /// <summary>A fault that ended the reading, as a finding about the file.</summary>
    public static Finding AsFinding(Fault fault) =>
        Finding.Create(fault.Rule, fault.Severity, null, fault.Line, null, fault.Field, fault.Message);

    private static IReadOnlyList<MessageEnvelope> Envelopes(RecordReader? reader) => reader?.Envelopes ?? [];

    private FileOutcome Close(FileTally tally, RecordReader? reader, Fault? fatal, FactRuns facts, FindingsJournal journal, Surroundings surroundings)
    {
        if (fatal is { } fault)
        {
            // What was read before the fault is not judged: the register sends no part of such a file on.
            tally.AddFileFindings(null, [AsFinding(fault)]);
            return tally.Finish();
        }

        tally.JudgeAcrossRecords(facts.Merge().Concat(surroundings.Facts), feed.GroupRules(file), file);
        tally.AddFileFindings(null, surroundings.Findings);
        foreach (var envelope in Envelopes(reader))
        {
            tally.AddFileFindings(envelope.Index, feed.JudgeEnvelope(envelope, file));
        }

        foreach (var finding in journal.Read())
        {
            tally.AddRecordFinding(finding);
        }

        return tally.Finish();
    }
}

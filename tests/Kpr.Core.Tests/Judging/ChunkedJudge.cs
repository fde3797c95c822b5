using System.Buffers;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Judging;

/// <summary>Judges a file as the register does: cut, each chunk apart, put together.</summary>
internal static class ChunkedJudge
{
    private static readonly SourceLimits Limits = new();

    public static FileOutcome Judge(Feed feed, FileContext context, byte[] file, int records, ISourceParts? parts = null)
    {
        using var source = SourceContent.Open(new MemoryStream(file), Limits, parts);
        using var reader = feed.Open(source, Limits);
        using var facts = new FactRuns();
        var cutter = new ChunkCutter(reader, records);
        var findings = new List<Finding>();
        var bytes = new ArrayBufferWriter<byte>();
        while (cutter.Next(bytes) is { } chunk)
        {
            facts.AddRun(JudgeChunk(feed, context, chunk, bytes.WrittenSpan.ToArray(), findings));
            bytes.Clear();
        }

        Assert.Null(reader.Fatal);
        using var tally = new FileTally([.. reader.Envelopes.Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))], null);
        tally.JudgeAcrossRecords(facts.Merge(), feed.GroupRules(context), context);
        foreach (var envelope in reader.Envelopes)
        {
            tally.AddFileFindings(envelope.Index, feed.JudgeEnvelope(envelope, context));
        }

        findings.ForEach(tally.AddRecordFinding);
        return tally.Finish();
    }

    private static MemoryStream JudgeChunk(Feed feed, FileContext context, Chunk chunk, byte[] bytes, List<Finding> findings)
    {
        using var source = SourceContent.Open(new MemoryStream(bytes), Limits);
        using var reader = feed.OpenChunk(source, Limits);
        using var facts = new FactRuns(budget: 3);
        var moved = new MovedFacts(facts, chunk);
        var judge = feed.JudgeRecords(context, moved);
        while (reader.Read())
        {
            findings.AddRange(judge.Judge(reader.Record).Findings.Select(finding =>
                finding with { Ordinal = finding.Ordinal + chunk.OrdinalOffset, Line = finding.Line + chunk.LineOffset }));
        }

        Assert.Null(reader.Fatal);
        Assert.Equal(chunk.Records, reader.Records);
        var run = new MemoryStream();
        facts.Write(run);
        run.Position = 0;
        return run;
    }

    private sealed class MovedFacts(FactRuns facts, Chunk chunk) : IFactSink
    {
        public void Add(in Fact fact) => facts.Add(fact.Moved(chunk.OrdinalOffset, chunk.LineOffset));
    }
}

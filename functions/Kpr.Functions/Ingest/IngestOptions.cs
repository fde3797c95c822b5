using System.ComponentModel.DataAnnotations;
using Kpr.Core.Formats;

namespace Kpr.Functions.Ingest;

/// <summary>How files are taken in.</summary>
public sealed class IngestOptions : IValidatableObject
{
    /// <summary>Number of records in a chunk. Default: 5,000: one message per chunk, seconds of work.</summary>
    [Range(1, 100_000)]
    public int ChunkRecords { get; set; } = ChunkCutter.UsualRecords;

    /// <summary>Length in bytes that ends a chunk earlier. Default: 8 MiB.</summary>
    [Range(1_024, 64 << 20)]
    public long ChunkBytes { get; set; } = ChunkCutter.UsualBytes;

    /// <summary>For how long the receiver of a file has it to itself; renewed while it works. Default: 10 minutes.</summary>
    public TimeSpan ReceiveLease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long without progress a file counts as stuck and is driven on. Default: 15 minutes.</summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a stuck file is driven on before it counts as failed and waits for a replay. Default: 96, about a day.</summary>
    [Range(1, 10_000)]
    public int MaxSweeps { get; set; } = 96;

    /// <summary>How old a blob without a claim must be before the inbox is reconciled with it. Default: 10 minutes.</summary>
    public TimeSpan ReconcileAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// For how long a delivery of several files waits for the rest of them before it is judged as it is. Default: 7 days.
    /// </summary>
    public TimeSpan HoldDelivery { get; set; } = TimeSpan.FromDays(7);

    /// <summary>After how long the sender of an annual report is reminded of the other shipment, and again. Default: 7 days.</summary>
    public TimeSpan RemindOfReportAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>What becomes of a file in the inbox when it has its receipt. Default: sealed in the archive.</summary>
    public AfterCompletion AfterCompletion { get; set; } = AfterCompletion.Archive;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        (string Name, TimeSpan Value)[] spans = [(nameof(ReceiveLease), ReceiveLease), (nameof(StuckAfter), StuckAfter), (nameof(ReconcileAfter), ReconcileAfter)];
        foreach (var (name, value) in spans)
        {
            if (value <= TimeSpan.Zero)
            {
                yield return new ValidationResult($"Setting Kpr__Ingest__{name} is {value}: it must be longer than nothing.", [name]);
            }
        }

        if (StuckAfter < ReceiveLease)
        {
            yield return new ValidationResult(
                $"Settings Kpr__Ingest__StuckAfter ({StuckAfter}) and Kpr__Ingest__ReceiveLease ({ReceiveLease}) contradict each other: a file is not stuck while its receiver still has it.",
                [nameof(StuckAfter)]);
        }
    }
}

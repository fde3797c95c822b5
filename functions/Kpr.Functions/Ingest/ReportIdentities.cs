using System.Text.Json;
using Kpr.Core.Persons;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Ingest;

/// <summary>
/// The persons that a shipment KPR_IDE names, from the work area. What is decided about persons is asked for anew: a shipment may
/// have been held for weeks since its chunks were judged.
/// </summary>
public sealed class ReportIdentities(IngestLedger ledger, WorkArea work, PersonListStore persons, IKeyRingSource keys)
{
    /// <summary>The accepted persons, and the ordinals of deleted ones, rejected too.</summary>
    public async Task<(IReadOnlyList<IdentityLine> Lines, IReadOnlySet<long> Erased)> ReadAsync(
        string file, FileReading reading, CancellationToken cancellationToken)
    {
        var ring = await keys.GetAsync(cancellationToken);
        var decisions = await persons.GetAsync(cancellationToken);
        var delivery = (await ledger.FindAsync(file, cancellationToken))!.Delivery;
        using var marks = new PersonMarks(ring.PersonSecret);
        var (lines, erased) = (new List<IdentityLine>(), new HashSet<long>());
        foreach (var chunk in reading.Chunks)
        {
            erased.UnionWith((await work.ReadAsync(WorkArea.Result(file, chunk.Index), IngestJson.Default.ChunkResult, cancellationToken)).Erased);
            if (await work.FindBytesAsync(WorkArea.Identities(file, chunk.Index), cancellationToken) is not { } content)
            {
                continue;
            }

            using var sealedLines = new MemoryStream(content);
            using var opened = new MemoryStream();
            await SealedStream.OpenAsync(sealedLines, opened, IdentityStore.Name(delivery, chunk.Index), ring, cancellationToken);
            opened.Position = 0;
            using var text = new StreamReader(opened);
            while (await text.ReadLineAsync(cancellationToken) is { } line)
            {
                var identity = JsonSerializer.Deserialize(line, IngestJson.Default.IdentityLine)!;
                lines.Add(identity);
                if (!decisions.IsEmpty && marks.AllOf(identity.Number).Any(decisions.IsErased))
                {
                    erased.Add(identity.Ordinal);
                }
            }
        }

        return (lines, erased);
    }
}

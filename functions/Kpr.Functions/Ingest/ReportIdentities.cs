using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Ingest;

/// <summary>
/// The persons that a shipment KPR_IDE names, from the work area. What is decided about persons is asked for anew: a shipment may
/// have been held for weeks since its chunks were judged.
/// </summary>
public sealed class ReportIdentities(IngestLedger ledger, WorkArea work, IdentityStore identities, PersonListStore persons, IKeyRingSource keys)
{
    /// <summary>The accepted persons, and the ordinals of deleted ones, rejected too.</summary>
    public async Task<(IReadOnlyList<IdentityLine> Lines, IReadOnlySet<long> Erased)> ReadAsync(
        string file, FileReading reading, CancellationToken cancellationToken)
    {
        var decisions = await persons.GetAsync(cancellationToken);
        var delivery = (await ledger.FindAsync(file, cancellationToken))!.Delivery;
        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        var (lines, erased) = (new List<IdentityLine>(), new HashSet<long>());
        foreach (var chunk in reading.Chunks)
        {
            erased.UnionWith((await work.ReadAsync(WorkArea.Result(file, chunk.Index), IngestJson.Default.ChunkResult, cancellationToken)).Erased);
            foreach (var identity in await identities.ReadWorkAsync(file, delivery, chunk.Index, cancellationToken))
            {
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

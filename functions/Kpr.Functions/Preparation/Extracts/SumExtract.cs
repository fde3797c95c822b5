using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Package.Comparison;
using Kpr.Core.Extracts.Population;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Makes the sums of an extract's rows and persons, in constant memory: run by run of what is packed, and the runs merged. What lies between is sealed. Done twice, it keeps the same.
/// </summary>
/// <param name="work">Takes the runs.</param>
/// <param name="merging">Merges them.</param>
/// <param name="packages">The package.</param>
/// <param name="secrets">The secrets of projects.</param>
/// <param name="sums">Takes the sums.</param>
public sealed class SumExtract(ExtractWork work, ExtractRuns merging, PreparedPackages packages, ProjectSecrets secrets, KeptSums sums)
{
    private const string OfPersons = "persons";

    /// <summary>Keeps the sums of a table that is packed; not of one that goes to a linker, whose keys no other has.</summary>
    public async Task OfTableAsync(string id, KeptPlan plan, ExtractTable table, CancellationToken cancellationToken)
    {
        if (plan.Grant.KeyBatch is not null)
        {
            return;
        }

        using var made = ContentSums.OfTable(await secrets.GetAsync(plan.Project, cancellationToken), table);
        await using var rows = await packages.Blobs.OpenAsync(PreparedPackages.File(id, MergeExtractTable.FileName(table)), cancellationToken);
        await KeepAsync(id, $"rows/{table.Name}", made.OfCsv(rows), KeptSums.Rows(plan.Project, id, table.Name), cancellationToken);
    }

    /// <summary>Keeps the sums of the persons of a package.</summary>
    public async Task OfPersonsAsync(string id, string project, CancellationToken cancellationToken)
    {
        var secret = await secrets.GetAsync(project, cancellationToken);
        using var keys = new ProjectKeys(secret);
        using var made = ContentSums.OfPersons(secret);
        var persons = new PersonSet();
        persons.Read(await packages.Blobs.FindAsync(PreparedPackages.Persons(id), cancellationToken));
        await KeepAsync(id, OfPersons, made.Of(persons.InOrder().Select(keys.OfPerson)), KeptSums.Persons(project, id), cancellationToken);
    }

    private async Task KeepAsync(string id, string of, IEnumerable<ReadOnlyMemory<byte>> runs, string name, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        foreach (var run in runs)
        {
            names.Add(ExtractNames.Sums(id, of, names.Count + 1));
            await work.Blobs.WriteAsync(names[^1], run, cancellationToken);
        }

        var few = await merging.FewAsync(id, $"sums/{of}", names, cancellationToken);
        await sums.Blobs.WriteAsync(
            name,
            (target, token) => merging.MergeAsync(few, streams =>
            {
                ContentSums.Write(streams, target);
                return streams.Count;
            }, token),
            cancellationToken);
    }
}

using Kpr.Core.Extracts.Package;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Scan;
using Kpr.Core.Linking;
using Kpr.Functions.Extracts;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Packs an extract: its persons are counted, its codebook written, every file looked through, and the case asked once more whether it allows all this. Then it waits for release.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="packages">Takes the package.</param>
/// <param name="populations">The populations.</param>
/// <param name="outdated">Whether somebody must not be in it any more.</param>
/// <param name="cases">The cases.</param>
/// <param name="compare">Compares it with the one before it.</param>
/// <param name="options">The limits, and who answers for the register.</param>
/// <param name="log">The log.</param>
public sealed class PackExtract(
    ExtractStore extracts, ExtractPlans plans, ExtractWork work, PreparedPackages packages, Populations populations, Outdated outdated, CaseWatch cases, CompareExtract compare, IOptions<ExtractOptions> options, ILogger<PackExtract> log)
{
    /// <summary>Name of the file with the risk figures, for whoever releases.</summary>
    public const string Risk = "risk.json";

    /// <summary>Packs.</summary>
    [Function(nameof(PackExtract))]
    public async Task<PackOutcome> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var order = (await extracts.FindOrderAsync(id, cancellationToken))!.Order;
        var kept = await plans.KeptAsync(id, cancellationToken);
        var plan = await plans.PlanAsync(id, kept, cancellationToken);
        var persons = await PersonsAsync(id, kept, plan, cancellationToken);
        if (await outdated.IsAsync(id, cancellationToken))
        {
            return PackOutcome.Outdated;
        }

        var merged = new List<MergedFile>();
        for (var table = 0; table < plan.Tables.Count(); table++)
        {
            merged.Add(TableJson.Read<MergedFile>(await work.Blobs.FindAsync(ExtractNames.Table(id, table), cancellationToken)));
        }

        var state = await cases.LoadAsync(order.Case, cancellationToken);
        var codebook = ExtractCodebook.Of(state, kept, plan, merged, persons, options.Value);
        var files = ExtractCodebook.Files(codebook);
        var leaking = Leaking(plan, merged, files);
        var fault = PackageNames.Refuse(codebook) is [var first, ..] ? first.Message
            : leaking.Count > 0 ? $"Kontrollen fant fødselsnummer eller registernøkkel i {string.Join(", ", leaking)}. Uttrekket er stanset."
            : null;
        if (fault is not null)
        {
            return await EndAsync(id, ExtractStatus.Refused, fault, cancellationToken);
        }

        var packed = new List<ExtractFile>(codebook.Tables.Select(table => new ExtractFile(table.File.Name, table.File.Bytes, table.File.Sha256)));
        if (kept.Grant.KeyBatch is { } batch)
        {
            packed.Add(await WriteAsync(id, SourceManifest.FileName, SourceManifest.Of(codebook, batch).ToBytes(), forStaff: false, cancellationToken));
        }

        foreach (var (name, content, forStaff) in files)
        {
            packed.Add(await WriteAsync(id, name, content, forStaff, cancellationToken));
        }

        var risk = merged.Select(file => file.Risk).OfType<RiskFigures>().ToList();
        await extracts.WriteFileAsync(id, Risk, TableJson.Bytes(risk), cancellationToken);
        var before = await compare.RunAsync(id, order, codebook, cancellationToken);
        if (CaseWatch.Refusal(await cases.LoadAsync(order.Case, cancellationToken), order.Order, id, kept.Grant.DecisionVersion, kept.Grant.KeyBatch) is { } refusal)
        {
            return await EndAsync(id, ExtractStatus.Discarded, refusal, cancellationToken);
        }

        var done = await extracts.ChangeStateAsync(id, now => now.Status != ExtractStatus.Extracting ? now : now with
        {
            Status = ExtractStatus.Prepared,
            Persons = persons,
            Tables = [.. codebook.Tables.Select(table => new ExtractedTable(table.Table.Name, table.Rows, table.Persons))],
            Files = packed,
            AboveLimits = risk.Any(figures => figures.IsAboveLimits),
            ComparedWith = before,
        }, cancellationToken);
        Log.ExtractPrepared(log, id, persons, packed.Count);
        return done.IsEnded ? PackOutcome.Ended : PackOutcome.Prepared;
    }

    private static List<string> Leaking(ExtractPlan plan, IReadOnlyList<MergedFile> merged, IReadOnlyList<(string Name, byte[] Content, bool ForStaff)> files)
    {
        var leaking = plan.Tables.Zip(merged).Where(table => table.Second.Leaks > 0).Select(table => MergeExtractTable.FileName(table.First)).ToList();
        foreach (var (name, content, _) in files)
        {
            using var bytes = new MemoryStream(content, writable: false);
            if (LeakScan.Of(bytes, LeakScanOptions.Default).Count > 0)
            {
                leaking.Add(name);
            }
        }

        return leaking;
    }

    // Those with rows in any table; where the population itself is a table, all of it.
    private async Task<long> PersonsAsync(string id, KeptPlan kept, ExtractPlan plan, CancellationToken cancellationToken)
    {
        var persons = new PersonSet();
        for (var unit = 0; unit < kept.Units.Count; unit++)
        {
            persons.Read(await work.Blobs.FindAsync(ExtractNames.Persons(id, unit), cancellationToken));
        }

        if (plan.Controls is not null && await populations.FindAsync(id, kept, cancellationToken) is { } population)
        {
            persons.Join(population);
        }

        await packages.Blobs.WriteAsync(PreparedPackages.Persons(id), persons.Write(), cancellationToken);
        return persons.Count;
    }

    private async Task<ExtractFile> WriteAsync(string id, string name, byte[] content, bool forStaff, CancellationToken cancellationToken)
    {
        if (forStaff)
        {
            await extracts.WriteFileAsync(id, name, content, cancellationToken);
        }

        await packages.Blobs.WriteAsync(PreparedPackages.File(id, name), content, cancellationToken);
        return new ExtractFile(name, content.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
    }

    private async Task<PackOutcome> EndAsync(string id, ExtractStatus status, string message, CancellationToken cancellationToken)
    {
        await extracts.ChangeStateAsync(id, now => now.IsEnded ? now : now with { Status = status, Message = message }, cancellationToken);
        Log.ExtractGivenUp(log, id, status);
        return PackOutcome.Ended;
    }
}

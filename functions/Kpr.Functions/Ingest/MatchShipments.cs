using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareReport;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Looks for the counterpart of a shipment of the annual report, and matches the two. Each shipment does so when it is
/// completed, and both come to the same: it follows from what is written, not from who came first.
/// </summary>
public sealed class MatchShipments(IngestLedger ledger, PairLedger pairs, WorkArea work, MessageBus bus, ReportIdentities identities)
{
    /// <summary>Looks for the counterpart of a shipment that is not rejected on its own.</summary>
    public async Task<PairStep> RunAsync(FileRow row, FileReading reading, ShipmentSummary own, CancellationToken cancellationToken)
    {
        var known = await pairs.FindAsync(own, cancellationToken);
        if (Find(known, own, own.Shipment) is null && Refusal(known, own) is { } tooLate)
        {
            return tooLate;
        }

        await pairs.AddAsync(own, row.PartitionKey, cancellationToken);
        known = await pairs.FindAsync(own, cancellationToken);
        if (Find(known, own, own.Shipment)?.File != row.PartitionKey)
        {
            return Refused(The<F14SerialRises>.Rule.UsedBefore(own.Shipment));
        }

        if (Find(known, own, own.Counterpart) is not { } found)
        {
            return Refusal(known, own) ?? PairStep.Waiting;
        }

        if (await ledger.FindAsync(found.File, cancellationToken) is { State: not FileState.Completed })
        {
            // It may be waiting. Told once too often, it comes to the same.
            var message = new CompleteMessage(found.File).ToMessage();
            message.MessageId += "-pair";
            await bus.SendAsync(Queues.CompleteFile, message, cancellationToken);
        }

        return await MatchAsync(row, reading, own, found.File, cancellationToken);
    }

    private static PairRow? Find(IReadOnlyList<PairRow> rows, ShipmentSummary own, CareReportShipment shipment) =>
        rows.FirstOrDefault(row => row.SerialNumber == own.SerialNumber && row.Shipment == shipment);

    private static PairStep? Refusal(IReadOnlyList<PairRow> rows, ShipmentSummary own) =>
        rows.Where(row => row.Accepted).Select(row => row.SerialNumber).DefaultIfEmpty().Max() is var accepted && accepted > own.SerialNumber
            ? Refused(The<F14SerialRises>.Rule.NotRisen(accepted))
            : null;

    private static PairStep Refused(Fault fault) => PairStep.Refused(new Surroundings([FileJudge.AsFinding(fault)], []));

    private async Task<PairStep> MatchAsync(FileRow row, FileReading reading, ShipmentSummary own, string other, CancellationToken cancellationToken)
    {
        var otherReading = await work.ReadAsync(WorkArea.Reading(other), IngestJson.Default.FileReading, cancellationToken);
        var disagreements = ShipmentPair.Disagreements(own, otherReading.Shipment!).Select(FileJudge.AsFinding).ToList();
        if (disagreements.Count > 0)
        {
            return new PairStep(false, other, new Surroundings(disagreements, []), ReportedPersons.None);
        }

        using var ownFacts = await OpenAsync(row.PartitionKey, reading, cancellationToken);
        using var otherFacts = await OpenAsync(other, otherReading, cancellationToken);
        var told = new List<Fact>();
        if (own.Shipment == CareReportShipment.Identity)
        {
            ShipmentPair.Match(Links(ownFacts), Links(otherFacts), told.Add, static _ => { });
            var (_, erased) = await identities.ReadAsync(row.PartitionKey, reading, cancellationToken);
            return new PairStep(false, other, new Surroundings([], told) { Erased = erased }, ReportedPersons.None);
        }

        var userOf = new Dictionary<long, long>();
        using var years = new FactRuns();
        ShipmentPair.Match(Links(otherFacts), Links(ownFacts), static _ => { }, told.Add, (person, user) =>
        {
            userOf.Add(person.Fact.Ordinal, user.Fact.Ordinal);
            if (PersonYearFact.Of(own, person, user) is { } year)
            {
                years.Add(year);
            }
        });
        var (lines, gone) = await identities.ReadAsync(other, otherReading, cancellationToken);
        var around = new Surroundings([], told) { Remembered = [.. years.Merge()], Erased = await CounterpartsAsync(gone, other, otherReading, row, reading, cancellationToken) };
        return new PairStep(false, other, around, PersonsOf(lines, userOf));
    }

    // By the sender's own id, rejected records too: nothing of a deleted person is kept.
    private async Task<IReadOnlyCollection<long>> CounterpartsAsync(
        IReadOnlySet<long> persons, string file, FileReading ofIdentity, FileRow row, FileReading ofProfessional, CancellationToken cancellationToken)
    {
        if (persons.Count == 0)
        {
            return [];
        }

        using var identity = await OpenAsync(file, ofIdentity, cancellationToken);
        using var professional = await OpenAsync(row.PartitionKey, ofProfessional, cancellationToken);
        var ids = Links(identity).Where(fact => persons.Contains(fact.Ordinal)).Select(fact => fact.Key).ToHashSet();
        return [.. Links(professional).Where(fact => ids.Contains(fact.Key)).Select(fact => fact.Ordinal)];
    }

    private static ReportedPersons PersonsOf(IReadOnlyList<IdentityLine> lines, Dictionary<long, long> userOf)
    {
        var keys = new Dictionary<long, PersonKey>(userOf.Count);
        var withoutKey = new List<IdentityLine>();
        foreach (var line in lines)
        {
            if (!userOf.TryGetValue(line.Ordinal, out var user))
            {
                continue;
            }

            if (PersonKey.TryParse(line.PersonKey, out var key))
            {
                keys.Add(user, key);
            }
            else
            {
                withoutKey.Add(line with { Ordinal = user });
            }
        }

        return new ReportedPersons(keys, withoutKey);
    }

    private static IEnumerable<Fact> Links(FactRuns facts) => facts.Merge().Where(fact => fact.Kind == FactKind.ReportLink);

    private async Task<FactRuns> OpenAsync(string file, FileReading reading, CancellationToken cancellationToken)
    {
        var facts = new FactRuns();
        foreach (var chunk in reading.Chunks)
        {
            facts.AddRun(await work.OpenAsync(WorkArea.Facts(file, chunk.Index), cancellationToken));
        }

        return facts;
    }
}

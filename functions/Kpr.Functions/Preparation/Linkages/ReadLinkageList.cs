using System.Text;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Core.Extracts.Population;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Begins to make the keys of a batch: asks the case, looks at every certificate, reads the list, and keeps secret and population, sealed. What could not be used of the list
/// is counted and not told.
/// </summary>
/// <param name="linkages">The orders.</param>
/// <param name="look">What the case says.</param>
/// <param name="lists">The lists.</param>
/// <param name="secrets">Takes secret and population.</param>
/// <param name="projects">The secrets of projects.</param>
/// <param name="cases">The cases.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class ReadLinkageList(
    LinkageStore linkages, LookAtBatch look, LinkageLists lists, BatchSecrets secrets, ProjectSecrets projects, CaseWatch cases, TimeProvider clock, ILogger<ReadLinkageList> log)
{
    /// <summary>Begins.</summary>
    /// <returns>Number of sources to make files for; 0 when none are to be made: the state says why.</returns>
    [Function(nameof(ReadLinkageList))]
    public async Task<int> RunAsync([ActivityTrigger] LinkagePart batch, CancellationToken cancellationToken)
    {
        if (await linkages.FindOrderAsync(batch.Case, batch.Id, cancellationToken) is not { } order
            || await look.RunAsync(order, cancellationToken) is not { Status: LinkageStatus.Ordered })
        {
            return 0;
        }

        var (identities, fault) = Faults(order, clock.GetUtcNow()) is { } bad ? (null, bad) : await lists.OpenAsync(order, cancellationToken);
        if (identities is null)
        {
            return await RefuseAsync(batch, fault!, cancellationToken);
        }

        using (identities)
        {
            var figures = identities.Count();
            if (figures.Found == 0)
            {
                return await RefuseAsync(batch, "Listen over personer har ingen fødselsnumre eller D-numre som kan brukes.", cancellationToken);
            }

            var population = new PersonSet(identities.Each().Select(one => one.Person));
            await secrets.EnsureAsync(order.Case, order.Batch, cancellationToken);
            await projects.EnsureAsync(await ProjectAsync(order, cancellationToken), cancellationToken);
            await secrets.WritePopulationAsync(batch.Id, population, cancellationToken);
            var state = await linkages.ChangeAsync(
                batch.Case, batch.Id, now => now.Status == LinkageStatus.Ordered ? now with { List = figures, Persons = population.Count } : now, cancellationToken);
            return state.Status == LinkageStatus.Ordered ? order.Sources.Count : 0;
        }
    }

    /// <summary>What is wrong with a certificate of an order today, in Norwegian; null when nothing is.</summary>
    private static string? Faults(LinkageOrder order, DateTimeOffset now) =>
        order.Linker.Certificate is null ? "Den som kobler, har ikke lagt inn sertifikat."
        : order.Sources.Append(order.Linker).Select(party => FaultOf(party, now)).FirstOrDefault(fault => fault is not null);

    /// <summary>What is wrong with the certificate of a party, in Norwegian; null when nothing is, and for the register.</summary>
    internal static string? FaultOf(LinkageParty party, DateTimeOffset now) =>
        party.Certificate is { } pem && RecipientCertificate.Read(Encoding.ASCII.GetBytes(pem), now).Fault is { } fault ? $"{party.Id}: {fault.Message}" : null;

    // The case's own project, whatever the order says: the keys must be those of its other deliveries.
    private async Task<string> ProjectAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        var project = PlanExtract.ProjectOf(await cases.LoadAsync(order.Case, cancellationToken));
        return project == order.Project ? project : throw new InvalidOperationException($"Batch {LinkageStore.IdOf(order.Case, order.Batch)} was ordered for another project than its case's.");
    }

    private async Task<int> RefuseAsync(LinkagePart batch, string message, CancellationToken cancellationToken)
    {
        await linkages.ChangeAsync(
            batch.Case, batch.Id, now => now.Status == LinkageStatus.Ordered ? now with { Status = LinkageStatus.Refused, Message = message } : now, cancellationToken);
        Log.LinkageGivenUp(log, batch.Id, LinkageStatus.Refused);
        return 0;
    }
}

using System.Security.Cryptography;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Reads the uploaded list of identity numbers of an extract: opened here alone, each number made a register key and matched, never written anywhere. What could not be used is
/// counted and not told. The list is deleted when its keys are kept, sealed.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="plans">The plans.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="lists">The lists.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="log">The log.</param>
public sealed class ReadExtractList(
    ExtractStore extracts, ExtractPlans plans, ExtractWork work, UploadedLists lists, IKeyRingSource keys, ILogger<ReadExtractList> log)
{
    /// <summary>Reads.</summary>
    /// <returns>False when there is no list that can be read: the state says why.</returns>
    [Function(nameof(ReadExtractList))]
    public async Task<bool> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var order = (await extracts.FindOrderAsync(id, cancellationToken))!.Order;
        var (caseId, list) = (order.Case, order.Population.ListId!);
        if (await work.Blobs.FindAsync(ExtractNames.Listed(id), cancellationToken) is null)
        {
            var (persons, figures, fault) = await ReadAsync(id, caseId, list, cancellationToken);
            if (fault is not null)
            {
                await extracts.ChangeStateAsync(id, now => now.IsEnded ? now : now with { Status = ExtractStatus.Refused, Message = fault }, cancellationToken);
                Log.ExtractGivenUp(log, id, ExtractStatus.Refused);
                return false;
            }

            await extracts.ChangeStateAsync(id, now => now.IsEnded ? now : now with { List = figures }, cancellationToken);
            await work.Blobs.WriteAsync(ExtractNames.Listed(id), persons.Write(), cancellationToken);
        }

        await lists.DeleteAsync(caseId, list, cancellationToken);
        return true;
    }

    private async Task<(PersonSet Persons, ListedPersons? Figures, string? Fault)> ReadAsync(string id, string caseId, string list, CancellationToken cancellationToken)
    {
        var (plain, fault) = await lists.OpenAsync(caseId, list, cancellationToken);
        if (plain is null)
        {
            return (new PersonSet(), null, fault);
        }

        try
        {
            using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
            var (persons, figures) = ListedNumbers.Read(plain, marks, await plans.PersonsAsync(id, cancellationToken));
            return (persons, figures, null);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}

using System.Text.Json;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Opens the lists of linkages. All steps of one batch read its list by the same decisions about replaced numbers, kept sealed between them: a person must have one key in all files.
/// </summary>
/// <param name="lists">The lists.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="persons">The decisions about persons.</param>
/// <param name="keys">The register's keys.</param>
public sealed class LinkageLists(UploadedLists lists, ExtractWork work, PersonListStore persons, IKeyRingSource keys)
{
    /// <summary>Opens the list of a batch. The caller disposes the numbers.</summary>
    /// <returns>The numbers, or why there are none, in Norwegian.</returns>
    internal async Task<(LinkedIdentities? Identities, string? Fault)> OpenAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        var (plain, fault) = await lists.OpenAsync(order.Case, order.List, cancellationToken);
        if (plain is null)
        {
            return (null, fault);
        }

        var index = new PersonIndex(await DecisionsAsync(LinkageStore.IdOf(order.Case, order.Batch), cancellationToken));
        return (new LinkedIdentities(plain, new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret), index), null);
    }

    /// <summary>Forgets what lay between the steps, and the list.</summary>
    public async Task ForgetAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        await lists.DeleteAsync(order.Case, order.List, cancellationToken);
        await work.Blobs.DeleteAsync(ExtractNames.All(LinkageStore.IdOf(order.Case, order.Batch)), cancellationToken);
    }

    private async Task<PersonList> DecisionsAsync(string id, CancellationToken cancellationToken)
    {
        var name = ExtractNames.Decisions(id);
        if (await work.Blobs.FindAsync(name, cancellationToken) is null)
        {
            await work.Blobs.TryAddAsync(name, JsonSerializer.SerializeToUtf8Bytes(await persons.ReadAsync(cancellationToken), PersonListJson.Default.PersonList), cancellationToken);
        }

        return JsonSerializer.Deserialize((await work.Blobs.FindAsync(name, cancellationToken))!, PersonListJson.Default.PersonList)!;
    }
}

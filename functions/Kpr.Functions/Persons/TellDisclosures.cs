using System.Text.Json;
using Azure.Storage.Blobs;
using Kpr.Core.Catalogue;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Functions.Azure;
using Kpr.Functions.Extracts;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Persons;

/// <summary>
/// Tells who got data about a person: of each line of the disclosure ledger the sealed list of persons is opened, and looked in for the keys of the person, replaced ones too. A line
/// in the log of persons comes first.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="blobs">Opens sealed blobs.</param>
/// <param name="list">The replaced numbers.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="audit">The ledger, and the log.</param>
/// <param name="clock">The time.</param>
public sealed class TellDisclosures(StorageAccounts storage, SealedBlobs blobs, PersonListStore list, IKeyRingSource keys, AuditLog audit, TimeProvider clock)
{
    // A line is kept for ten years after its year.
    private const int Years = 11;

    private readonly BlobContainerClient _disclosed = storage.Identity.GetBlobContainerClient(Containers.Disclosed);

    /// <summary>Tells.</summary>
    /// <param name="request">The case, and the number or the key of the person.</param>
    /// <param name="actor">Who asks on the person's behalf.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The disclosures, oldest first; null when the request is malformed.</returns>
    public async Task<IReadOnlyList<ToldDisclosure>?> RunAsync(PersonRequest request, string actor, CancellationToken cancellationToken)
    {
        if (!DecideAboutPersons.IsCase(request.Case)
            || string.IsNullOrWhiteSpace(request.Number) == (request.PersonKey is null) || await KeyAsync(request, cancellationToken) is not { } key)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await audit.AppendAsync(new AuditEvent(now, actor, "disclosures-told", "", "", $"case {request.Case}") { Log = AuditEvent.PersonsLog, Once = false }, cancellationToken);
        var person = Linked(key, (await list.ReadAsync(cancellationToken)).Decisions);
        var told = new List<ToldDisclosure>();
        for (var year = now.Year - Years; year <= now.Year; year++)
        {
            foreach (var line in await audit.ReadAsync(Disclosure.ChainOf(year), cancellationToken))
            {
                if (line.Action == Disclosure.Action && JsonSerializer.Deserialize<Disclosure>(line.Outcome, TableJson.Options)! is var what
                    && await IsInAsync(what.Through ?? line.Object, person, cancellationToken))
                {
                    told.Add(new ToldDisclosure(NorwegianTime.DateAt(new DateTimeOffset(line.At, TimeSpan.Zero)), line.Party, what.LegalBasis, what.Datasets, what.From, what.To, what.Case));
                }
            }
        }

        return told;
    }

    private async Task<PersonKey?> KeyAsync(PersonRequest request, CancellationToken cancellationToken)
    {
        if (request.PersonKey is { } text)
        {
            return PersonKey.TryParse(text, out var given) ? given : null;
        }

        using var marks = new PersonMarks((await keys.GetAsync(cancellationToken)).PersonSecret);
        return marks.KeyOf(request.Number!.Trim());
    }

    // A delivery names a person by the key that counted on its day.
    private static HashSet<PersonKey> Linked(PersonKey key, IReadOnlyList<PersonDecision> decisions)
    {
        var links = new List<(PersonKey Old, PersonKey New)>();
        foreach (var decision in decisions)
        {
            if (PersonKey.TryParse(decision.Old, out var old) && PersonKey.TryParse(decision.New, out var next))
            {
                links.Add((old, next));
            }
        }

        HashSet<PersonKey> person = [key];
        while (links.Any(link => person.Contains(link.Old) != person.Contains(link.New)))
        {
            foreach (var (old, next) in links.Where(link => person.Contains(link.Old) || person.Contains(link.New)))
            {
                person.UnionWith([old, next]);
            }
        }

        return person;
    }

    private async Task<bool> IsInAsync(string extract, HashSet<PersonKey> person, CancellationToken cancellationToken)
    {
        var name = $"{extract}.sealed";
        using var opened = new MemoryStream();
        if (await blobs.OpenAsync(_disclosed.GetBlobClient(name), name, opened, cancellationToken) is null)
        {
            return false;
        }

        var persons = new PersonSet();
        persons.Read(opened.GetBuffer().AsSpan(0, (int)opened.Length));
        return person.Any(persons.Contains);
    }
}

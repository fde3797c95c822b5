using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Register;

/// <summary>
/// Reads the register as it counts: segments that the manifest names and no other has superseded, without rows of deleted persons, also
/// while these are still being cleared up, and with the person keys of the numbers in use now.
/// </summary>
/// <param name="storage">The storage accounts.</param>
/// <param name="register">The manifests.</param>
/// <param name="persons">The decisions about persons.</param>
/// <param name="reads">The register of reads.</param>
/// <param name="clock">The time.</param>
public sealed class ReadPartitions(StorageAccounts storage, RegisterStore register, PersonListStore persons, ReadRegister reads, TimeProvider clock)
{
    private const string ManifestEnd = "/manifest.json";
    private const int NotFound = 404;

    private readonly BlobContainerClient _register = storage.Register.GetBlobContainerClient(Containers.Register);

    /// <summary>The partitions, in order.</summary>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _register.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (blob.Name.EndsWith(ManifestEnd, StringComparison.Ordinal))
            {
                yield return blob.Name[..^ManifestEnd.Length];
            }
        }
    }

    /// <summary>Counts what each partition holds, and all of them.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async IAsyncEnumerable<PartitionFigures> CountAsync(string actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await reads.NoteAsync(clock.GetUtcNow(), actor, "statistics", "register", cancellationToken);
        var index = await persons.GetAsync(cancellationToken);
        var everybody = new HashSet<PersonKey>();
        var sum = new PartitionFigures(null, 0, 0, 0, 0, 0);
        await foreach (var partition in ListAsync(cancellationToken))
        {
            var manifest = await ManifestAsync(partition, cancellationToken);
            var here = new HashSet<PersonKey>();
            var (rows, withoutKey) = (0L, 0L);
            foreach (var segment in manifest.Segments)
            {
                await using var content = await OpenAsync(partition, segment, cancellationToken);
                var (counted, without) = CountPersons(content, index, here);
                (rows, withoutKey) = (rows + counted, withoutKey + without);
            }

            everybody.UnionWith(here);
            var figures = new PartitionFigures(partition, manifest.Segments.Count, manifest.Superseded?.Count ?? 0, rows, here.Count, withoutKey);
            sum = sum with
            {
                Segments = sum.Segments + figures.Segments,
                Superseded = sum.Superseded + figures.Superseded,
                Rows = sum.Rows + rows,
                WithoutKey = sum.WithoutKey + withoutKey,
            };
            yield return figures;
        }

        yield return sum with { Persons = everybody.Count };
    }

    /// <summary>The first rows of a partition.</summary>
    /// <param name="manifest">The partition's manifest.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyList<SegmentRow>> FirstRowsAsync(PartitionManifest manifest, int count, string actor, CancellationToken cancellationToken)
    {
        await reads.NoteAsync(clock.GetUtcNow(), actor, "show", manifest.Partition, cancellationToken);
        var rows = new List<SegmentRow>();
        await foreach (var row in RowsAsync(manifest, await persons.GetAsync(cancellationToken), cancellationToken))
        {
            if (rows.Count == count)
            {
                break;
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>What is wrong with a segment, in Norwegian; null when it is as the manifest says.</summary>
    public async Task<string?> FaultOfAsync(string partition, Segment segment, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await _register.GetBlobClient($"{partition}/{segment.Name}").OpenReadAsync(cancellationToken: cancellationToken);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)) == segment.Sha256 ? null : "SHA-256 er ikke som manifestet sier.";
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return "Segmentet mangler.";
        }
    }

    /// <summary>Opens a segment that a manifest named, held against its sum before a byte of it is read.</summary>
    /// <exception cref="RegisterDamagedException">It is not what the manifest said, and none was written anew in its place.</exception>
    public async Task<Stream> OpenAsync(string partition, string name, string sha256, CancellationToken cancellationToken)
    {
        var manifest = await ManifestAsync(partition, cancellationToken);
        var delivery = name[..name.IndexOf('.', StringComparison.Ordinal)];
        var segment = manifest.All.FirstOrDefault(other => other.Name == name && other.Sha256 == sha256) ?? manifest.All.FirstOrDefault(other => other.Delivery == delivery);
        return segment is null
            ? throw new RegisterDamagedException(new($"{Containers.Register}/{partition}/{name}", "Manifestet har ikke segmentet lenger."))
            : await OpenAsync(partition, segment, cancellationToken);
    }

    private async Task<PartitionManifest> ManifestAsync(string partition, CancellationToken cancellationToken)
    {
        try
        {
            return (await register.FindManifestAsync(partition, cancellationToken))!;
        }
        catch (JsonException)
        {
            throw new RegisterDamagedException(new($"{Containers.Register}/{partition}{ManifestEnd}", "Manifestet kan ikke leses."));
        }
    }

    // Of the columns only person keys are read, and nothing is made of them where nobody is deleted or has another number.
    private static (long Rows, long WithoutKey) CountPersons(Stream segment, PersonIndex index, HashSet<PersonKey> persons)
    {
        var (rows, withoutKey) = (0L, 0L);
        using var reader = SegmentReader.Open(segment, "personKey");
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                var hasKey = reader[0].TryGetPerson(row, out var key);
                if (hasKey && (!index.IsEmpty || index.HasLinks))
                {
                    if (index.IsErased(key.ToString()))
                    {
                        continue;
                    }

                    key = PersonKey.Parse(index.Current(key.ToString()));
                }

                rows++;
                withoutKey += hasKey ? 0 : 1;
                if (hasKey)
                {
                    persons.Add(key);
                }
            }
        }

        return (rows, withoutKey);
    }

    // Held against its sum before a row of it is read. One that was written anew meanwhile is gone: the new one is read.
    private async Task<Stream> OpenAsync(string partition, Segment segment, CancellationToken cancellationToken)
    {
        while (await FaultOfAsync(partition, segment, cancellationToken) is { } fault)
        {
            var next = (await ManifestAsync(partition, cancellationToken)).All.FirstOrDefault(other => other.Delivery == segment.Delivery);
            segment = next is not null && next.Name != segment.Name ? next : throw new RegisterDamagedException(new($"{Containers.Register}/{partition}/{segment.Name}", fault));
        }

        return await _register.GetBlobClient($"{partition}/{segment.Name}").OpenReadAsync(cancellationToken: cancellationToken);
    }

    private async IAsyncEnumerable<SegmentRow> RowsAsync(PartitionManifest manifest, PersonIndex index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var segment in manifest.Segments)
        {
            await using var content = await OpenAsync(manifest.Partition, segment, cancellationToken);
            foreach (var row in SegmentRows.Find(content, (_, person) => person.Length == 0 || !index.IsErased(person)))
            {
                yield return row.PersonKey.Length == 0 ? row : row with { PersonKey = index.Current(row.PersonKey) };
            }
        }
    }
}

using System.IO.Compression;
using System.Text;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>Joins what all units of all datasets counted of the persons of a bucket, and says who of them is the population.</summary>
/// <param name="plan">The plan.</param>
public sealed class PopulationJoin(ExtractPlan plan)
{
    private readonly ScannedPersons _scanned = new(plan.Criteria?.Count ?? 0);

    /// <summary>Takes what a unit wrote of the bucket (<see cref="PopulationScan.Write"/>).</summary>
    public void Read(Stream packed)
    {
        using var gzip = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        _scanned.Read(gzip);
    }

    /// <summary>The population's persons of the bucket: those who fulfil a criterion. For a list the population is the list.</summary>
    public PersonSet Members() => new(_scanned.Persons.Where(person => (plan.Criteria ?? []).Index().Any(criterion => _scanned.CountOf(person, criterion.Index) >= criterion.Item.AtLeast)));

    /// <summary>
    /// Writes the persons whose likes fall in a bucket of likes, for <see cref="ControlChoice"/>: those of the population, and those who may be controls. Persons of the
    /// population of whom nothing is known are with those who are like nobody.
    /// </summary>
    /// <param name="members">The population's persons of the bucket (<see cref="PersonSet.InBucket"/> of a list).</param>
    /// <param name="bucket">The bucket of likes.</param>
    /// <param name="buckets">How many of them there are.</param>
    public byte[] WriteLikes(PersonSet members, int bucket, int buckets)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(gzip, Encoding.UTF8))
        {
            Span<byte> bytes = stackalloc byte[PersonKey.ByteLength];
            foreach (var person in _scanned.Persons.Where(_scanned.IsLikened).Union(members.InOrder()).Order())
            {
                var likes = _scanned.LikesOf(person);
                if ((int)(Hash(likes) % (uint)buckets) == bucket && (likes.Length > 0 || members.Contains(person)))
                {
                    person.WriteBytes(bytes);
                    writer.Write(bytes);
                    writer.Write(members.Contains(person));
                    writer.Write(likes);
                }
            }
        }

        return packed.ToArray();
    }

    // The same on every machine: text hashes of the runtime are not.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return hash;
    }
}

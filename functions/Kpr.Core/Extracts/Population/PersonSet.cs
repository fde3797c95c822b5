using System.Buffers.Binary;
using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Population;

/// <summary>A set of persons by their register keys: a population, or those who stand in a delivery. Written in the order of the keys, ten bytes each.</summary>
public sealed class PersonSet
{
    private readonly HashSet<PersonKey> _keys;

    /// <summary>Nobody.</summary>
    public PersonSet() => _keys = [];

    /// <summary>These persons.</summary>
    public PersonSet(IEnumerable<PersonKey> keys) => _keys = [.. keys];

    /// <summary>How many.</summary>
    public int Count => _keys.Count;

    /// <summary>Whether a person is among them.</summary>
    public bool Contains(PersonKey key) => _keys.Contains(key);

    /// <summary>Takes a person.</summary>
    public bool Add(PersonKey key) => _keys.Add(key);

    /// <summary>Takes the persons of another set.</summary>
    public void Join(PersonSet other) => _keys.UnionWith(other._keys);

    /// <summary>The persons in the order of their keys.</summary>
    public IEnumerable<PersonKey> InOrder() => _keys.Order();

    /// <summary>The persons of a bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="buckets">How many there are.</param>
    public PersonSet InBucket(int bucket, int buckets) => new(_keys.Where(key => BucketOf(key, buckets) == bucket));

    /// <summary>The bucket of a person: keys are hashes, so any of their bits will do.</summary>
    public static int BucketOf(PersonKey key, int buckets)
    {
        Span<byte> bytes = stackalloc byte[PersonKey.ByteLength];
        key.WriteBytes(bytes);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes[6..]) % (uint)buckets);
    }

    /// <summary>Writes them.</summary>
    public byte[] Write()
    {
        var content = new byte[_keys.Count * PersonKey.ByteLength];
        foreach (var (at, key) in InOrder().Index())
        {
            key.WriteBytes(content.AsSpan(at * PersonKey.ByteLength));
        }

        return content;
    }

    /// <summary>Takes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not whole keys.</exception>
    public void Read(ReadOnlySpan<byte> content)
    {
        if (content.Length % PersonKey.ByteLength != 0)
        {
            throw new InvalidDataException("Not a set of persons.");
        }

        for (var at = 0; at < content.Length; at += PersonKey.ByteLength)
        {
            _keys.Add(new PersonKey(content[at..]));
        }
    }
}

using System.Buffers.Binary;
using Kpr.Core.Identity;

namespace Kpr.Core.Persons;

/// <summary>
/// The population register (Folkeregisteret) as the rules need it: person keys in order, whether each is in use, and days of death. Holds no
/// number. Fourteen bytes a number, in memory as in storage: the whole nation with its D-numbers takes some hundred megabytes.
/// </summary>
public sealed class PopulationTable
{
    private const int EntryLength = PersonKey.ByteLength + sizeof(uint);
    private const uint InactiveBit = 1U << 31;

    private static readonly byte[] Mark = "KPRPOP1\n"u8.ToArray();

    private readonly byte[] _entries;

    private PopulationTable(byte[] entries) => _entries = entries;

    /// <summary>Number of numbers.</summary>
    public int Count => _entries.Length / EntryLength;

    /// <summary>Makes a table. Of numbers that stand twice the last counts.</summary>
    public static PopulationTable Of(IEnumerable<(PersonKey Person, bool IsActive, DateOnly? DiedOn)> persons)
    {
        var values = new Dictionary<PersonKey, uint>();
        foreach (var (person, active, died) in persons)
        {
            values[person] = (uint)(died?.DayNumber ?? 0) | (active ? 0 : InactiveBit);
        }

        var entries = new byte[values.Count * EntryLength];
        foreach (var (at, person) in values.Keys.Order().Index())
        {
            var entry = entries.AsSpan(at * EntryLength, EntryLength);
            person.WriteBytes(entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[PersonKey.ByteLength..], values[person]);
        }

        return new PopulationTable(entries);
    }

    /// <summary>Reads a table as <see cref="Write"/> wrote it.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static PopulationTable Read(ReadOnlySpan<byte> content) =>
        content.StartsWith(Mark) && (content.Length - Mark.Length) % EntryLength == 0
            ? new PopulationTable(content[Mark.Length..].ToArray())
            : throw new InvalidDataException("Not a table of the population.");

    /// <summary>Writes the table.</summary>
    public byte[] Write() => [.. Mark, .. _entries];

    /// <summary>What the table has of a person; null when the person is not there.</summary>
    public KnownPerson? Find(PersonKey person)
    {
        Span<byte> key = stackalloc byte[PersonKey.ByteLength];
        person.WriteBytes(key);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var entry = _entries.AsSpan(middle * EntryLength, EntryLength);
            switch (entry[..PersonKey.ByteLength].SequenceCompareTo(key))
            {
                case 0:
                    var value = BinaryPrimitives.ReadUInt32BigEndian(entry[PersonKey.ByteLength..]);
                    var day = (int)(value & ~InactiveBit);
                    return new KnownPerson(true, (value & InactiveBit) != 0, day > 0 ? DateOnly.FromDayNumber(day) : null);
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }
}

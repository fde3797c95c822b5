using System.Text;
using Kpr.Core.Extracts.Sorting;
using Kpr.Core.Identity;

namespace Kpr.Core.Linking;

/// <summary>
/// The map that the linker joins a source by: its serial numbers with the keys that the project knows the same persons by, ordered by serial number. It holds neither identity numbers nor
/// keys of the register, and is deleted with the secret of the batch.
/// </summary>
/// <remarks>Form: "KPRLNK1", a line feed, then linkage, batch and source, each on a line; then for each person 10 bytes of serial number, a byte of length, and the key in ASCII.</remarks>
public static class LinkerKeys
{
    /// <summary>Bytes of a key at most.</summary>
    public const int LongestKey = 64;

    internal const string Magic = "KPRLNK1";

    /// <summary>Writes the map of a source.</summary>
    /// <param name="serials">The serial numbers of the source.</param>
    /// <param name="population">Everybody; each as often as one likes.</param>
    /// <param name="projectKey">The key that the project knows a person by: letters and digits, at most <see cref="LongestKey"/>.</param>
    /// <param name="target">Takes the map.</param>
    /// <param name="scratch">For sorting. The caller disposes it.</param>
    /// <returns>Persons.</returns>
    /// <exception cref="InvalidDataException">Two keys fell on one serial number, or one person has two keys.</exception>
    public static long Write(SerialNumbers serials, IEnumerable<PersonKey> population, Func<PersonKey, string> projectKey, Stream target, Stream scratch)
    {
        var sorter = new RecordSorter(scratch);
        foreach (var person in population)
        {
            sorter.Add(Record(serials.Of(person), projectKey(person)));
        }

        target.Write(Encoding.UTF8.GetBytes($"{Magic}\n{serials.Linkage}\n{serials.Batch}\n{serials.Source}\n"));
        var (persons, last) = (0L, Array.Empty<byte>());
        foreach (var record in sorter.Sorted())
        {
            if (record.Span.SequenceEqual(last))
            {
                continue;
            }

            if (last.AsSpan().StartsWith(record.Span[..SerialNumber.ByteLength]))
            {
                throw new InvalidDataException("Two keys of the project have one serial number.");
            }

            last = record.ToArray();
            target.Write(last);
            persons++;
        }

        return persons;
    }

    private static byte[] Record(SerialNumber serial, string key)
    {
        if (key.Length is 0 or > LongestKey || !key.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException("A key of a project is of letters and digits.", nameof(key));
        }

        var record = new byte[SerialNumber.ByteLength + 1 + key.Length];
        serial.WriteBytes(record);
        record[SerialNumber.ByteLength] = (byte)key.Length;
        Encoding.ASCII.GetBytes(key, record.AsSpan(SerialNumber.ByteLength + 1));
        return record;
    }
}

using System.Text;
using Kpr.Core.Extracts.Sorting;
using Kpr.Core.Identity;

namespace Kpr.Core.Linking;

/// <summary>
/// The file that a source outside the register finds its persons by (nøkkelfil): identity numbers with serial numbers, semicolon between, a header, ordered by serial number. The
/// source delivers under serial numbers alone. It is the only file of a linkage with identity numbers in it, and is encrypted to the source.
/// </summary>
public static class KeyFile
{
    /// <summary>The first line.</summary>
    public const string Header = "identitetsnummer;lopenummer";

    /// <summary>Writes the file of a source.</summary>
    /// <param name="serials">The serial numbers of the source.</param>
    /// <param name="population">Everybody, each with an identity number; somebody with several numbers (D-number and birth number) is there once with each, under the same key.</param>
    /// <param name="target">Takes the file.</param>
    /// <param name="scratch">For sorting; holds identity numbers meanwhile. The caller disposes it.</param>
    /// <returns>Lines, the header not counted.</returns>
    public static long Write(SerialNumbers serials, IEnumerable<(PersonKey Person, NationalId Number)> population, Stream target, Stream scratch)
    {
        var sorter = new RecordSorter(scratch);
        foreach (var (person, number) in population)
        {
            sorter.Add(Encoding.ASCII.GetBytes($"{serials.Of(person)}{number.Reveal()}"));
        }

        target.Write(Encoding.ASCII.GetBytes(Header + "\n"));
        var (lines, last) = (0L, Array.Empty<byte>());
        foreach (var record in sorter.Sorted())
        {
            if (record.Span.SequenceEqual(last))
            {
                continue;
            }

            last = record.ToArray();
            target.Write(last.AsSpan(SerialNumber.TextLength));
            target.Write(";"u8);
            target.Write(last.AsSpan(0, SerialNumber.TextLength));
            target.Write("\n"u8);
            lines++;
        }

        return lines;
    }
}

using System.Text;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Persons;
using Kpr.Functions.Extracts;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>A list of identity numbers, a line each; what stands behind a comma, a semicolon or a tab is passed over.</summary>
internal static class ListedNumbers
{
    private static readonly char[] Ends = [',', ';', '\t'];

    /// <summary>What stands where a number should, line by line; empty lines are passed over.</summary>
    /// <param name="plain">The list in UTF-8.</param>
    public static IEnumerable<string> Numbers(byte[] plain)
    {
        using var text = new StreamReader(new MemoryStream(plain, writable: false), Encoding.UTF8);
        while (text.ReadLine() is { } line)
        {
            var number = line.Split(Ends, 2)[0].Trim().Trim('"').Replace(" ", "", StringComparison.Ordinal);
            if (number.Length > 0)
            {
                yield return number;
            }
        }
    }

    /// <summary>Makes the numbers register keys.</summary>
    /// <param name="plain">The list in UTF-8.</param>
    /// <param name="marks">Makes the keys.</param>
    /// <param name="disclosable">Whose data may leave. Whoever may not is not told apart from the others in any number.</param>
    public static (PersonSet Persons, ListedPersons Figures) Read(byte[] plain, PersonMarks marks, DisclosablePersons disclosable)
    {
        var (persons, all) = (new PersonSet(), new PersonSet());
        var (lines, repeated, invalid) = (0L, 0L, 0L);
        foreach (var number in Numbers(plain))
        {
            lines++;
            if (marks.KeyOf(number) is not { } key)
            {
                invalid++;
            }
            else if (!all.Add(key))
            {
                repeated++;
            }
            else if (disclosable.TryCurrent(key, out var current))
            {
                persons.Add(current);
            }
        }

        return (persons, new ListedPersons(lines, all.Count, repeated, invalid));
    }
}

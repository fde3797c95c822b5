using System.Globalization;
using Kpr.Core.Identity;

namespace Kpr.Core.Persons;

/// <summary>
/// Reads the list from which a <see cref="PopulationTable"/> is made: UTF-8, a header, semicolons; columns nummer, status (aktiv or inaktiv),
/// doedsdato (ISO date or empty). A replaced number is inactive.
/// </summary>
public static class PopulationList
{
    /// <summary>The header, literally.</summary>
    public const string Header = "nummer;status;doedsdato";

    private const int Columns = 3;

    /// <summary>Reads a list.</summary>
    /// <param name="lines">The lines, with the header first.</param>
    /// <param name="marks">Makes keys of numbers.</param>
    /// <returns>The table; or the 1-based line that does not hold, 1 for the header. No number is told.</returns>
    public static (PopulationTable? Table, int FaultAt) Read(IEnumerable<string> lines, PersonMarks marks)
    {
        var persons = new List<(PersonKey, bool, DateOnly?)>();
        var at = 0;
        foreach (var line in lines)
        {
            at++;
            if (at == 1)
            {
                if (line.TrimStart('\uFEFF') != Header)
                {
                    return (null, at);
                }
            }
            else if (line.Length > 0)
            {
                if (Entry(line, marks) is not { } person)
                {
                    return (null, at);
                }

                persons.Add(person);
            }
        }

        return at == 0 ? (null, 1) : (PopulationTable.Of(persons), 0);
    }

    private static (PersonKey, bool, DateOnly?)? Entry(string line, PersonMarks marks)
    {
        var cells = line.Split(';');
        if (cells.Length != Columns || marks.KeyOf(cells[0]) is not { } key || cells[1] is not ("aktiv" or "inaktiv"))
        {
            return null;
        }

        DateOnly? died = null;
        if (cells[2].Length > 0)
        {
            if (!DateOnly.TryParseExact(cells[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return null;
            }

            died = day;
        }

        return (key, cells[1] == "aktiv", died);
    }
}

using System.Security.Cryptography;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Functions.Extracts;
using Kpr.Functions.Preparation.Extracts;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// The identity numbers of a linkage's list, each with the register key of the number in use now: of two numbers of one person, both under one key. Deletions and objections
/// concern the register's own data, so everybody is there. They are in memory alone, and cleared when this is disposed.
/// </summary>
/// <param name="plain">The list in UTF-8.</param>
/// <param name="marks">Makes the keys.</param>
/// <param name="index">Which numbers were replaced.</param>
internal sealed class LinkedIdentities(byte[] plain, PersonMarks marks, PersonIndex index) : IDisposable
{
    /// <summary>The numbers, as often as they stand in the list; what is no number is passed over.</summary>
    public IEnumerable<(PersonKey Person, NationalId Number)> Each()
    {
        foreach (var number in ListedNumbers.Numbers(plain))
        {
            if (marks.KeyOf(number) is { } key)
            {
                yield return (Current(key), new NationalId(number));
            }
        }
    }

    /// <summary>What came of the list, in numbers.</summary>
    public ListedPersons Count()
    {
        var all = new HashSet<PersonKey>();
        var (lines, repeated, invalid) = (0L, 0L, 0L);
        foreach (var number in ListedNumbers.Numbers(plain))
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
        }

        return new ListedPersons(lines, all.Count, repeated, invalid);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(plain);
        marks.Dispose();
    }

    private PersonKey Current(PersonKey key) => index.HasLinks ? PersonKey.Parse(index.Current(key.ToString())) : key;
}

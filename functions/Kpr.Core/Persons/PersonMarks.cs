using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Identity;

namespace Kpr.Core.Persons;

/// <summary>
/// Makes the marks by which the register knows what it has of a person: the person key, and for numbers that yield none
/// (rules I06, I07, I13) a keyed hash of the number under a secret of its own. A mark tells no number and is no key in any row.
/// </summary>
/// <remarks>One object serves many numbers, one thread at a time.</remarks>
public sealed class PersonMarks : IDisposable
{
    /// <summary>Length of the longest number that anybody has; longer words are no numbers.</summary>
    public const int LongestNumber = 25;

    private const string WithoutKey = "N";

    private readonly PersonKeyDerivation _persons;
    private readonly byte[] _secret;

    /// <summary>Prepares for one secret.</summary>
    /// <param name="secret">The secret of person keys, 32 bytes.</param>
    public PersonMarks(ReadOnlySpan<byte> secret)
    {
        _persons = new PersonKeyDerivation(secret);
        _secret = HMACSHA256.HashData(secret, "kpr-number-1"u8);
    }

    /// <summary>The mark of a stored record.</summary>
    /// <param name="personKey">Its person key; null when the number yields none.</param>
    /// <param name="number">Its number.</param>
    public string Of(string? personKey, string number) => personKey ?? OfNumber(number);

    /// <summary>
    /// All marks under which a number may stand: as a birth number and as a D-number, since the type may have been sent wrongly, or
    /// as a DUF; and without key.
    /// </summary>
    /// <param name="number">A number of any type; blanks around it and case do not count.</param>
    public IReadOnlyList<string> AllOf(string number)
    {
        number = number.Trim();
        var marks = new List<string>(3);
        foreach (var type in (ReadOnlySpan<IdentityType>)[IdentityType.BirthNumber, IdentityType.DNumber, IdentityType.Duf])
        {
            if (_persons.TryDerive(type, number, out var key))
            {
                marks.Add(key.ToString());
            }
        }

        marks.Add(OfNumber(number));
        return marks;
    }

    /// <summary>The person key of a birth number, D-number or DUF, by its form.</summary>
    /// <returns>Null when the number has none of these forms, or its digits do not hold.</returns>
    public PersonKey? KeyOf(string number)
    {
        var analysis = NationalIdNumber.Analyse(number);
        return analysis.IsValid(CheckDigitRule.From2032) && _persons.TryDerive(IdentityTypes.TypeOf(analysis.Shape), number, out var key) ? key : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_secret);
        _persons.Dispose();
    }

    private string OfNumber(string number)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(number.Trim().ToUpperInvariant()), hash);
        return WithoutKey + new PersonKey(hash).ToString()[1..];
    }
}

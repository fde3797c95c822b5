using System.Security.Cryptography;
using System.Text;

namespace Kpr.Functions.Applications;

/// <summary>
/// Ids of cases (saksnummer): <c>sak-</c> and sixteen characters. Made from who starts the case and their idempotency key, so that a start that is sent twice
/// makes one case; no more can be read from it.
/// </summary>
public static class CaseId
{
    private const string Prefix = "sak-";
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private const int Longest = 40;

    /// <summary>The id of the case that a start makes.</summary>
    /// <param name="subject">Who starts it.</param>
    /// <param name="key">Their idempotency key.</param>
    public static string Of(string subject, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"case\n{subject}\n{key}"));
        return string.Create(Prefix.Length + Length, hash, (text, bytes) =>
        {
            Prefix.CopyTo(text);
            for (var i = 0; i < Length; i++)
            {
                text[Prefix.Length + i] = Letters[bytes[i] % Letters.Length];
            }
        });
    }

    /// <summary>Whether a text from outside can be the id of a case, and so be asked storage for.</summary>
    public static bool IsPossible(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}

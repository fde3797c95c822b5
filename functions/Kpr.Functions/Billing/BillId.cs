namespace Kpr.Functions.Billing;

/// <summary>Ids of bills: the case's and a number, <c>sak-0123456789abcdef.1</c>; <c>.r</c> behind it for work that was billed anew.</summary>
public static class BillId
{
    private const int Longest = 80;

    /// <summary>Whether a text from outside can be the id of a bill or the name of a document, and so be asked storage for.</summary>
    public static bool IsPossible(string? text) =>
        text is { Length: > 0 and <= Longest } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.');
}

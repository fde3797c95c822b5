using System.Buffers;
using System.Text;

namespace Kpr.Core.Formats;

/// <summary>How a list stands as one text in a column of the register.</summary>
/// <remarks>
/// The parts stand with a blank between them; inside a part a colon, an asterisk and an at sign separate what a layout
/// says. Where a value itself holds one of these characters or a percent sign, the character is written as % and its two
/// hexadecimal digits.
/// </remarks>
public static class ListText
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create(" :*@%\t\r\n");

    /// <summary>A value as it stands in a list.</summary>
    public static string Escape(string value)
    {
        if (value.AsSpan().IndexOfAny(Reserved) < 0)
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            text.Append(Reserved.Contains(c) ? $"%{(int)c:X2}" : c.ToString());
        }

        return text.ToString();
    }

    /// <summary>The parts as one text; null when there are none.</summary>
    public static string? Of<TPart>(IReadOnlyCollection<TPart> parts, Func<TPart, string> text) =>
        parts.Count == 0 ? null : string.Join(' ', parts.Select(text));
}

using Kpr.Core.Identity;

namespace Kpr.Core.Extracts.Keys;

/// <summary>
/// What a person, a practice or a row is called in the data of one project: 80 bits of a keyed hash. As text a letter that tells the kind and 16 characters of
/// Base32 (2–7, A–Z), as the register's own keys have them: never a number to a spreadsheet. Text and bits sort alike.
/// </summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The last 16 bits.</param>
public readonly record struct ProjectKey(KeyKind Kind, ulong High, ushort Low)
{
    /// <summary>Characters in the text form.</summary>
    public const int TextLength = PersonKey.TextLength;

    /// <summary>Writes the text form, which is ASCII.</summary>
    /// <param name="into">Takes <see cref="TextLength"/> bytes.</param>
    public void Write(Span<byte> into)
    {
        into[0] = (byte)Kind;
        var first = High >> 24;
        var second = ((High & 0xFF_FFFF) << 16) | Low;
        for (var at = 8; at >= 1; at--, first >>= 5, second >>= 5)
        {
            into[at] = (byte)PersonKey.Alphabet[(int)(first & 31)];
            into[at + 8] = (byte)PersonKey.Alphabet[(int)(second & 31)];
        }
    }

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[TextLength];
        Write(text);
        return System.Text.Encoding.ASCII.GetString(text);
    }
}

using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Kpr.Functions.Applications.Notices;

/// <summary>A letter as Internet mail has it: RFC 5322 with MIME, UTF-8 in base64.</summary>
public static class MailText
{
    private const int LongestWord = 45;

    /// <summary>Whether a text is one address and nothing more: no second receiver, no further header.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 254 && !text.Any(character => char.IsControl(character) || character is ',' or ';' or '<' or '>' or ' ') && MailAddress.TryCreate(text, out _);

    /// <summary>Writes a letter.</summary>
    public static string Write(MailLetter letter)
    {
        var text = new StringBuilder();
        Line($"Date: {letter.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
        Line($"From: {letter.From}");
        Line($"To: {letter.To}");
        Line($"Subject: {string.Join("\r\n ", Words(letter.Subject))}");
        Line($"Message-ID: <{letter.Id}@{letter.From[(letter.From.LastIndexOf('@') + 1)..]}>");
        Line("MIME-Version: 1.0");
        Line("Content-Type: text/plain; charset=utf-8");
        Line("Content-Transfer-Encoding: base64");
        Line("Auto-Submitted: auto-generated");
        Line("");
        Line(Convert.ToBase64String(Encoding.UTF8.GetBytes(letter.Body.ReplaceLineEndings("\r\n")), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n"));
        return text.ToString();

        void Line(string line) => text.Append(line).Append("\r\n");
    }

    // Encoded words (RFC 2047) of at most 75 characters, cut between characters.
    private static IEnumerable<string> Words(string subject)
    {
        var word = new StringBuilder();
        foreach (var rune in subject.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > LongestWord)
            {
                yield return Encode(word);
                word.Clear();
            }

            word.Append(rune.ToString());
        }

        yield return Encode(word);
    }

    private static string Encode(StringBuilder word) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=";
}

using System.IO.Compression;
using System.Text;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>Finds out what a file is by looking at its bytes. What it is called decides nothing.</summary>
public static class FileSniffing
{
    private const int Head = 512;
    private const int MostEntries = 10_000;

    private static readonly FileKind Pdf = new("application/pdf", [".pdf"], []);
    private static readonly FileKind Png = new("image/png", [".png"], []);
    private static readonly FileKind Jpeg = new("image/jpeg", [".jpg", ".jpeg"], ["image/jpg"]);
    private static readonly FileKind Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"], ["application/zip"]);
    private static readonly FileKind Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"], ["application/zip"]);
    private static readonly FileKind OdfText = new("application/vnd.oasis.opendocument.text", [".odt"], ["application/zip"]);
    private static readonly FileKind OdfSheet = new("application/vnd.oasis.opendocument.spreadsheet", [".ods"], ["application/zip"]);
    private static readonly FileKind Text = new("text/plain", [".txt", ".csv"], ["text/csv"]);

    /// <summary>The kind of a file; null when it is none that is taken.</summary>
    /// <param name="content">The file; read from its beginning, and left there.</param>
    public static FileKind? Of(Stream content)
    {
        content.Position = 0;
        var head = new byte[Head];
        var read = content.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        content.Position = 0;
        var kind = head.AsSpan(0, read) switch
        {
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [(byte)'P', (byte)'K', 3, 4, ..] => Archive(content),
            _ => IsText(content) ? Text : null,
        };
        content.Position = 0;
        return kind;
    }

    private static FileKind? Archive(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostEntries)
            {
                return null;
            }

            if (archive.GetEntry("[Content_Types].xml") is not null)
            {
                return archive.GetEntry("word/document.xml") is not null ? Word : archive.GetEntry("xl/workbook.xml") is not null ? Excel : null;
            }

            return archive.GetEntry("mimetype") is { Length: < 100 } entry ? Odf(entry) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? Odf(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd().Trim();
        return type == OdfText.MediaType ? OdfText : type == OdfSheet.MediaType ? OdfSheet : null;
    }

    // Strict UTF-8 without control characters, and nothing a browser might take for a page.
    private static bool IsText(Stream content)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        try
        {
            using var reader = new StreamReader(content, strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var buffer = new char[8192];
            var first = true;
            for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0; first = false)
            {
                ReadOnlySpan<char> text = buffer.AsSpan(0, read);
                if (first && text.TrimStart("\uFEFF \t\r\n".AsSpan()) is ['<', ..])
                {
                    return false;
                }

                foreach (var letter in text)
                {
                    if (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
                    {
                        return false;
                    }
                }
            }

            return !first;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

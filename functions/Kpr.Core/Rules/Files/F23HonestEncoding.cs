using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F23: the declared encoding is the actual one, and no character was lost on the way.</summary>
public sealed class F23HonestEncoding() : ReaderRule("F23", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Oppgitt tegnsett skal være det faktiske, UTF-8 eller ISO-8859-1, uten erstatningstegn.";

    /// <inheritdoc/>
    public override string English => "The declared encoding (UTF-8 or ISO-8859-1) equals the actual bytes; no replacement characters.";

    /// <inheritdoc/>
    public override string Advice => "Lagre filen i UTF-8, eller oppgi ISO-8859-1 når filen faktisk er det.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021 og eget valg";

    /// <summary>The encoding is not taken.</summary>
    public Fault Unsupported(string name) => At(1, name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':')
        ? $"Tegnsettet «{name}» støttes ikke."
        : "Tegnsettet støttes ikke.");

    /// <summary>Byte-order mark and declaration disagree.</summary>
    public Fault MarkDisagrees() => At(1, "Filen begynner med merket for UTF-8, men oppgir et annet tegnsett.");

    /// <summary>The bytes are not UTF-8.</summary>
    public Fault NotUtf8() => At(null, "Filen oppgir UTF-8 (eller ingenting), men har byte som ikke er UTF-8.");

    /// <summary>The bytes are not ISO-8859-1.</summary>
    public Fault NotLatin1() => At(null, "Filen oppgir ISO-8859-1, men bytene er i et annet tegnsett.");

    /// <summary>A replacement character: something was lost before the file was sent.</summary>
    public Fault Replacement() => At(null, "Filen har erstatningstegn (U+FFFD): tegn er gått tapt før sending.");

    private Fault At(long? line, string message) => new(this, Severity.RejectFile, null, line, message);
}

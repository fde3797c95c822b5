using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F02: the file has the structure that its format demands.</summary>
public sealed class F02Structure() : ReaderRule("F02", Severity.RejectFile, Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Filen skal ha den strukturen formatet krever: rot, navnerom, elementer, attributter og datatyper.";

    /// <inheritdoc/>
    public override string English =>
        "The file has the structure of its format. A wrong root, or elements missing or misplaced outside records, reject the file; a fault inside a record rejects the record; a missing text about the sender's system warns, and so does what the register drops or sets to unknown: parts and codes of school health.";

    /// <inheritdoc/>
    public override string Advice => "Valider filen mot skjemaet for formatet før sending, og rett fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "XPR(ipl) og XPR(hst) 56.0.0 (HIS 1135:2021), applikasjonskvittering T02; docs/adr/0004 og 0014";

    /// <summary>The root is not the format's.</summary>
    public Fault WrongRoot(string expected, long line) =>
        new(this, Severity.RejectFile, null, line, $"Rotelementet er ikke {expected} (T02).");

    /// <summary>The root bears the right name in another namespace.</summary>
    public Fault WrongNamespace(string expected, long line) =>
        new(this, Severity.RejectFile, null, line, $"Rotelementet er ikke i navnerommet {expected} (T02).");

    /// <summary>An element is missing outside records.</summary>
    public Fault MissingElement(string name, long? line) =>
        new(this, Severity.RejectFile, name, line, $"Elementet {name} mangler (T02).");

    /// <summary>An element of the format stands where it must not, outside records.</summary>
    public Fault MisplacedElement(string name, long line) =>
        new(this, Severity.RejectFile, name, line, $"Elementet {name} står på feil plass (T02).");

    /// <summary>Text where only elements may stand, outside records.</summary>
    public Fault MisplacedText(string element, long line) =>
        new(this, Severity.RejectFile, element, line, $"Elementet {element} har tekst der bare elementer er tillatt (T02).");

    /// <summary>The content is not one object, told with the receiving system's own code.</summary>
    public Fault NotAnObject(string code, long line) =>
        new(this, Severity.RejectFile, null, line, $"Filen er ikke et JSON-objekt med én melding ({code}, T02).");

    /// <summary>A member is missing outside records, told with the receiving system's own code when it has one.</summary>
    public Fault MissingMember(string name, string? code, long? line) =>
        new(this, Severity.RejectFile, name, line, code is null ? $"Feltet {name} mangler (T02)." : $"Feltet {name} mangler ({code}, T02).");

    /// <summary>An attribute is missing outside records.</summary>
    public Fault MissingAttribute(string name, long? line) =>
        new(this, Severity.RejectFile, name, line, $"{name} mangler (T02).");

    /// <summary>A value outside records is not of its type.</summary>
    public Fault BadValue(string name, string type, long? line) =>
        new(this, Severity.RejectFile, name, line, $"{WrongType(name, type)[..^1]} (T02).");

    /// <summary>Something outside records that is told only as a warning.</summary>
    public Fault Warn(string name, string message, long? line) => new(this, Severity.Warning, name, line, message);

    /// <summary>Text of a missing field.</summary>
    public static string Missing(string name) => $"{name} mangler.";

    /// <summary>Text of a field whose value is not of its type.</summary>
    public static string WrongType(string name, string type) => $"{name} er ikke {type}.";

    /// <summary>Text of an attribute or element that the format has elsewhere.</summary>
    public static string NotAllowedHere(string name) => $"{name} er ikke tillatt her.";
}

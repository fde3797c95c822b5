using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F01: the file is well-formed XML, JSON or delimited text, and a packed file is whole.</summary>
public sealed class F01Readable() : ReaderRule("F01", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Filen skal være velformet XML, JSON eller skilletegnfil.";

    /// <inheritdoc/>
    public override string English => "The file is well-formed XML, JSON or delimited text.";

    /// <inheritdoc/>
    public override string Advice => "Lag filen på nytt i fagsystemet og send den igjen. Se linjen som er oppgitt.";

    /// <inheritdoc/>
    public override string Source => "Applikasjonskvittering T01, kodeverk 8221";

    /// <summary>Not well-formed at a place.</summary>
    public Fault NotXml(long line, long column) =>
        At(line, $"Filen er ikke velformet XML. Lesingen stoppet på linje {line}, posisjon {column} (T01).");

    /// <summary>Not well-formed at a place.</summary>
    public Fault NotJson(long line, string why) => At(line, $"Filen er ikke velformet JSON: {why} (T01).");

    /// <summary>A delimited file whose quotes do not hold.</summary>
    public Fault NotDelimited(string file, long line) =>
        At(line, $"{file} er ikke en velformet skilletegnfil: anførselstegn som ikke åpner og lukker et felt (T01).") with { Field = file };

    /// <summary>A text with characters that no text has.</summary>
    public Fault ControlCharacter(long line) => At(line, "Filen har kontrolltegn, for eksempel NUL, og er ikke en tekst (T01).");

    /// <summary>A file of a delivery without its manifest.</summary>
    public Fault PartAlone() => At(1, "Filen er en del av en leveranse. Send eller kontroller leveransens manifest (manifest.json) (T01).");

    /// <summary>The bytes are none of what the register takes.</summary>
    public Fault Unreadable() => At(1, "Filen er verken XML eller JSON og kan ikke leses (T01).");

    /// <summary>Readable, but of no format that the register knows.</summary>
    public Fault UnknownFormat() => At(1, "Filen er ikke i noe format som registeret kjenner, og strømmen er ikke oppgitt (T01).");

    /// <summary>The bytes are none of what the feed takes, told with the receiving system's own code.</summary>
    public Fault UnknownFormat(string code) => At(1, $"Filen er verken XML eller JSON og kan ikke leses ({code}, T01).");

    /// <summary>A member stands twice in an object.</summary>
    public Fault Duplicate(string name, long line) => At(line, $"Feltet {name} står mer enn én gang i samme objekt (T01).");

    /// <summary>A file without content.</summary>
    public Fault Empty() => At(null, "Filen er tom (T01).");

    /// <summary>The gzip file is cut off or damaged.</summary>
    public Fault DamagedGzip() => At(null, "Gzip-filen er avkortet eller skadet og kan ikke pakkes ut (T01).");

    /// <summary>The blob was changed or deleted before it was read to the end.</summary>
    public Fault Overwritten() =>
        At(null, "Filen ble overskrevet eller slettet før den var lest. En ny versjon behandles for seg.");

    private Fault At(long? line, string message) => new(this, Severity.RejectFile, null, line, message);
}

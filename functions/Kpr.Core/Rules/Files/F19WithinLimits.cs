using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F19: no DTD, no external entity, and nothing beyond the limits of size and depth.</summary>
public sealed class F19WithinLimits() : ReaderRule("F19", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Filen skal ikke ha DTD eller entiteter, og skal holde seg innenfor grensene for størrelse og dybde.";

    /// <inheritdoc/>
    public override string English => "No DTD, no external entity, size and depth within limits.";

    /// <inheritdoc/>
    public override string Advice => "Fjern DTD og entiteter, og del store leveranser i flere filer.";

    /// <inheritdoc/>
    public override string Source => "Eget valg (sikkerhet)";

    /// <summary>The document declares a DTD.</summary>
    public Fault Dtd(long line) => At(line, "Filen har en DTD (DOCTYPE). Det er ikke tillatt.");

    /// <summary>Nested too deep.</summary>
    public Fault TooDeep(long line, int limit) => At(line, $"Filen har mer enn {limit} nivåer av elementer.");

    /// <summary>A text, tag or value is too long.</summary>
    public Fault TokenTooLong(int limit) => At(null, $"Filen har en tekst eller et startmerke på mer enn {limit} tegn.");

    /// <summary>A record, or what stands between two, is too long.</summary>
    public Fault RecordTooLong(int limit) => At(null, $"Filen har en post på mer enn {limit} tegn.");

    /// <summary>The inflated file is too long.</summary>
    public Fault TooLongInflated(long limit) => At(null, $"Filen er større enn {limit} byte når den er pakket ut.");

    /// <summary>The file is too long.</summary>
    public Fault TooLong(long limit) => At(null, $"Filen er større enn {limit} byte.");

    /// <summary>The file grows too much when it is inflated.</summary>
    public Fault Bomb(int ratio) => At(null, $"Filen blir mer enn {ratio} ganger så stor når den pakkes ut. Utpakkingen er stoppet.");

    /// <summary>Too many faults to go on.</summary>
    public Fault TooManyFaults(long line, int limit) => At(line, $"Filen har mer enn {limit} feil i strukturen. Lesingen er stoppet.");

    /// <summary>Too many different names to keep.</summary>
    public Fault TooManyNames(int limit) => At(null, $"Filen har mer enn {limit} ulike navn på elementer og attributter. Lesingen er stoppet.");

    /// <summary>More lines, or a longer line, than can be counted.</summary>
    public Fault BeyondCounting() => At(null, "Filen har en linje på mer enn to milliarder tegn, eller flere linjer enn det. Bruk linjeskift, eller del filen.");

    private Fault At(long? line, string message) => new(this, Severity.RejectFile, null, line, message);
}

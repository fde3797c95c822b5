using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>
/// F25: at most one record in twenty is rejected. A file of which more is rejected is held as a whole, from 200 records on:
/// the cause is mostly one fault in an extraction, and what is left of such a file would count as all there is. Somebody
/// at the register looks at it and releases or refuses it.
/// </summary>
public sealed class F25FewRejected() : Rule("F25", Severity.RejectFile, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Høyst fem prosent av postene skal være avvist. Ellers holdes hele filen tilbake til noen ved registeret har sett på den (fra 200 poster).";

    /// <inheritdoc/>
    public override string English => "Share of rejected records above 5 % → whole file held for review, from 200 records read; nothing is stored until it is released. A warning once it is.";

    /// <inheritdoc/>
    public override string Advice => "Se etter en felles årsak til avvisningene, rett den og send filen på nytt, eller kontakt registeret.";

    /// <inheritdoc/>
    public override string Source => "Eget valg; grensene er innstillinger";

    /// <summary>Too much is rejected.</summary>
    public Fault TooMany(long rejected, long read) =>
        new(this, Severity.RejectFile, null, null, $"{rejected} av {read} poster er avvist. Filen holdes tilbake til gjennomgang, og ingenting er lagret.");

    /// <summary>Too much is rejected, and the file was released all the same.</summary>
    public Fault Released(long rejected, long read) =>
        new(this, Severity.Warning, null, null, $"{rejected} av {read} poster er avvist. Filen er gjennomgått og frigitt.");

    /// <summary>The file was refused when somebody had looked at it.</summary>
    public Fault Refused() => new(this, Severity.RejectFile, null, null, "Filen ble holdt tilbake fordi for mange poster er avvist, og er avvist etter gjennomgang.");
}

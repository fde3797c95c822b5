using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K32: the birth year fits the day of treatment.</summary>
public sealed class K32BirthYearPlausible() : RecordRule<Claim>("K32", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Fødselsåret skal gi en mulig alder på behandlingsdagen.";

    /// <inheritdoc/>
    public override string English => "The birth year gives an age of 0 to 125 years on the day of treatment; else it is set to unknown.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller fodselsaar og dato på regningen.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller";

    private const int OldestAge = 125;

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record is { Delivered: { BirthYear: { } year } delivered, LocalTime: { } time } && time.Year - year is < 0 or > OldestAge)
        {
            verdict.Report(this, "fodselsaar", "Fødselsåret gir ingen mulig alder på behandlingsdagen. Det settes til ukjent.");
            delivered.BirthYear = null;
        }
    }
}

using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K31: the treatment was not after the patient's death. The day of death is that of the population register; judged when one is loaded.</summary>
public sealed class K31PatientAlive() : RecordRule<Claim>("K31", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Behandlingen skal ikke være etter pasientens død.";

    /// <inheritdoc/>
    public override string English => "The claim is not dated after the patient's death in the population register; judged by the intake when one is loaded.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller datoen og hvem regningen gjelder.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; alvorligheten er eget valg";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (verdict.File.Persons is { HasPopulation: true } known && record is { IdentityNumber: { Length: > 0 } number, LocalTime: { } time }
            && known.Find(number)?.DiedOn is { } died && DateOnly.FromDateTime(time) > died)
        {
            verdict.Report(this, record.Fields.Time, "Behandlingen er datert etter at pasienten døde.");
        }
    }
}

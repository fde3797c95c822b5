namespace Kpr.Core.Rules.Claims;

/// <summary>
/// K37: where a person objects to health items of dental care, diagnoses, tariffs and teeth are taken out before storage, unless a refund follows; the administrative row
/// stays. Kept by the intake and by whoever carries out the objection (<see cref="Kpr.Core.Formats.Claims.ClaimsLayout.Withhold"/>); no finding.
/// </summary>
public sealed class K37DentalObjection() : Rule("K37")
{
    /// <inheritdoc/>
    public override string Norwegian => "Har personen motsatt seg registrering av helseopplysninger fra tannhelsetjenesten, fjernes diagnoser og takster før lagring, med mindre behandlingen gir refusjon.";

    /// <inheritdoc/>
    public override string English => "Objection for dental health items: diagnosis and tariff detail is removed, the administrative row kept, unless a refund follows.";

    /// <inheritdoc/>
    public override string Advice => "Ingenting å gjøre.";

    /// <inheritdoc/>
    public override string Source => "KPR-forskriften § 2-2";
}

namespace Kpr.Core.Cases;

/// <summary>What the phases mean and how they are shown.</summary>
public static class Phases
{
    /// <summary>Whether the case is over. Only an appeal may open it again.</summary>
    public static bool IsTerminal(this Phase phase) => phase is Phase.Deleted or Phase.RoutedAway or Phase.Dismissed or Phase.Withdrawn
        or Phase.Refused or Phase.Revoked or Phase.Closed;

    /// <summary>What the applicant sees, in bokmål.</summary>
    public static string Norwegian(this Phase phase) => Texts(phase).Norwegian;

    /// <summary>What the applicant sees, in English.</summary>
    public static string English(this Phase phase) => Texts(phase).English;

    private static (string Norwegian, string English) Texts(Phase phase) => phase switch
    {
        Phase.None => ("Finnes ikke", "Does not exist"),
        Phase.Draft => ("Utkast", "Draft"),
        Phase.Deleted => ("Slettet", "Deleted"),
        Phase.Submitted => ("Mottatt", "Received"),
        Phase.RoutedAway => ("Sendt til rett instans", "Sent to the right body"),
        Phase.Intake => ("Mottakskontroll", "Being checked"),
        Phase.AwaitingApplicant => ("Venter på deg", "Waiting for you"),
        Phase.InReview => ("Til behandling", "In review"),
        Phase.AwaitingExternal => ("Venter på andre", "Waiting for others"),
        Phase.EstimateSent => ("Prisoverslag til godkjenning", "Estimate for acceptance"),
        Phase.Recommended => ("Til beslutning", "Awaiting decision"),
        Phase.Decided => ("Innvilget", "Granted"),
        Phase.Fulfilment => ("Data klargjøres", "Data are being prepared"),
        Phase.Failed => ("Ingen data kunne leveres", "No data could be delivered"),
        Phase.Active => ("Data i bruk", "Data in use"),
        Phase.Expiring => ("Snart utløpt", "Expiring soon"),
        Phase.DeletionDue => ("Sletting kreves", "Deletion due"),
        Phase.Dismissed => ("Avvist", "Dismissed"),
        Phase.Withdrawn => ("Trukket", "Withdrawn"),
        Phase.Refused => ("Avslag", "Refused"),
        Phase.Revoked => ("Tilbakekalt", "Revoked"),
        Phase.Closed => ("Avsluttet", "Closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Unknown phase."),
    };
}

namespace Kpr.Core.Cases;

/// <summary>Where a case (sak) stands.</summary>
public enum Phase
{
    /// <summary>No such case.</summary>
    None,

    /// <summary>Utkast: the applicant writes.</summary>
    Draft,

    /// <summary>Slettet: a draft that was deleted or expired. Terminal.</summary>
    Deleted,

    /// <summary>Mottatt: a version was frozen and awaits intake.</summary>
    Submitted,

    /// <summary>Sendt til rett instans: another body decides; the receipt of transfer is kept. Terminal.</summary>
    RoutedAway,

    /// <summary>Mottakskontroll: is it complete?</summary>
    Intake,

    /// <summary>Venter på deg: the applicant has open questions.</summary>
    AwaitingApplicant,

    /// <summary>Til behandling: complete; the statutory clock runs.</summary>
    InReview,

    /// <summary>Venter på andre: a required prerequisite is open.</summary>
    AwaitingExternal,

    /// <summary>Prisoverslag til godkjenning.</summary>
    EstimateSent,

    /// <summary>Til beslutning.</summary>
    Recommended,

    /// <summary>Innvilget, helt eller delvis: nothing is ordered yet.</summary>
    Decided,

    /// <summary>Data klargjøres: registers work.</summary>
    Fulfilment,

    /// <summary>Ingen data kunne leveres.</summary>
    Failed,

    /// <summary>Data i bruk.</summary>
    Active,

    /// <summary>Snart utløpt: the first notice of the end was sent.</summary>
    Expiring,

    /// <summary>Sletting kreves.</summary>
    DeletionDue,

    /// <summary>Avvist: not taken up, or silence. Terminal.</summary>
    Dismissed,

    /// <summary>Trukket. Terminal.</summary>
    Withdrawn,

    /// <summary>Avslag. Terminal.</summary>
    Refused,

    /// <summary>Tilbakekalt. Terminal.</summary>
    Revoked,

    /// <summary>Avsluttet. Terminal.</summary>
    Closed,
}

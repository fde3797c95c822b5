namespace Kpr.Core.Formats.CareReport;

/// <summary>The kinds of file that the annual care report (årsrapporten for helse og omsorg) comes in.</summary>
public enum CareReportShipment
{
    /// <summary>KPR_IDE: who the persons are (identmelding). Record: Person.</summary>
    Identity,

    /// <summary>KPR_IPL: what services they have (fagmelding). Record: Bruker.</summary>
    Professional,

    /// <summary>IPLOS: the pseudonymous register's years 2006–2017, in the layout of KPR_IPL and without a KPR_IDE.</summary>
    History,
}

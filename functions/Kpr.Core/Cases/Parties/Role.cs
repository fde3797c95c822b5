namespace Kpr.Core.Cases.Parties;

/// <summary>What somebody is when they act in a case. A token gives the role; the case gives the <see cref="Relation"/>.</summary>
public enum Role
{
    /// <summary>Applicant or data user (søker, databruker): forskrift 2023-01-11-48 § 2.</summary>
    Applicant,

    /// <summary>The applicant's data controller (dataansvarlig): confirms persons, attests deletion.</summary>
    Controller,

    /// <summary>Helsedataservice, intake (koordinator): receives, routes, assigns.</summary>
    Coordinator,

    /// <summary>Helsedataservice, case handler (saksbehandler).</summary>
    Handler,

    /// <summary>Helsedataservice, who decides (beslutter); never the handler of the case.</summary>
    Decider,

    /// <summary>Staff of a register's controller (registerforvalter).</summary>
    Register,

    /// <summary>The entity that links (koblende enhet): forskrift 2023-01-11-48 § 5.</summary>
    Linker,

    /// <summary>Finance officer (økonomi) of a biller.</summary>
    Finance,

    /// <summary>The appeal body, Helseklage (klageinstans): forskrift 2023-01-11-48 § 9.</summary>
    AppealBody,

    /// <summary>Internal control (revisor): reads, changes nothing.</summary>
    Auditor,

    /// <summary>The system itself: clocks, the outbox, the scan of attachments.</summary>
    System,
}

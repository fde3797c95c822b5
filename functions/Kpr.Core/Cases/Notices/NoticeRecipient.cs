namespace Kpr.Core.Cases.Notices;

/// <summary>Whom a notice is for.</summary>
public enum NoticeRecipient
{
    /// <summary>The applicant and the co-editors who asked for it.</summary>
    Applicant,

    /// <summary>The applicant's data controller.</summary>
    Controller,

    /// <summary>Intake at Helsedataservice.</summary>
    Coordinator,

    /// <summary>The handler of the case.</summary>
    Handler,

    /// <summary>Those who decide.</summary>
    Decider,

    /// <summary>A register.</summary>
    Register,

    /// <summary>The linker.</summary>
    Linker,

    /// <summary>The biller's finance officer.</summary>
    Finance,

    /// <summary>Helseklage.</summary>
    AppealBody,
}

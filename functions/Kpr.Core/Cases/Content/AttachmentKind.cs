namespace Kpr.Core.Cases.Content;

/// <summary>What an attachment (vedlegg) is.</summary>
public enum AttachmentKind
{
    /// <summary>Research protocol (forskningsprotokoll).</summary>
    Protocol,

    /// <summary>REK's decision, or the application to REK.</summary>
    Rek,

    /// <summary>A waiver (dispensasjon).</summary>
    Waiver,

    /// <summary>The data protection officer's assessment.</summary>
    DpoStatement,

    /// <summary>Impact assessment (DPIA).</summary>
    Dpia,

    /// <summary>Information letter and consent form.</summary>
    Consent,

    /// <summary>Agreement with a data processor (databehandleravtale).</summary>
    ProcessorAgreement,

    /// <summary>List of variables.</summary>
    VariableList,

    /// <summary>Mock-up of tables.</summary>
    TableMockup,

    /// <summary>A linkage partner's approval.</summary>
    PartnerApproval,

    /// <summary>The data controller's confirmation.</summary>
    ControllerConfirmation,

    /// <summary>Anything else.</summary>
    Other,
}

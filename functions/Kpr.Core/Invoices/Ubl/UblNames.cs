namespace Kpr.Core.Invoices.Ubl;

/// <summary>Fixed values of EHF Billing 3.0, which is Peppol BIS Billing 3.0 in UBL 2.1.</summary>
public static class UblNames
{
    /// <summary>Namespace of an invoice.</summary>
    public const string Invoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";

    /// <summary>Namespace of a credit note.</summary>
    public const string CreditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

    /// <summary>Namespace of aggregates.</summary>
    public const string Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    /// <summary>Namespace of basic components.</summary>
    public const string Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    /// <summary>Namespace of extensions, which the format does not allow.</summary>
    public const string Ext = "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2";

    /// <summary>Specification identifier (R004).</summary>
    public const string Customization = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

    /// <summary>Business process (R001, R007).</summary>
    public const string Profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
}

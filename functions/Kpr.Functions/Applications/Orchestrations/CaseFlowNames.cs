namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>
/// Names and ids of orchestrations. Ids follow from cases and orders, so that whoever starts one twice starts one. A name ends in the version of its code:
/// code that would not replay an old history gets a new name, and the old stays until no instance of it runs (docs/adr/0020).
/// </summary>
public static class CaseFlowNames
{
    /// <summary>The flow of a case.</summary>
    public const string Case = "CaseFlow1";

    /// <summary>The flow of a register's order.</summary>
    public const string Order = "OrderFlow1";

    /// <summary>The flow of a linkage.</summary>
    public const string Linkage = "LinkageFlow1";

    /// <summary>The flow of the right to use the data, until deletion.</summary>
    public const string Expiry = "ExpiryFlow1";

    /// <summary>The event that tells a flow to look again. It says nothing more.</summary>
    public const string Nudge = "Nudge";

    /// <summary>Id of a case's flow.</summary>
    public static string OfCase(string caseId) => $"case-{caseId}";

    /// <summary>Id of an order's flow.</summary>
    public static string OfOrder(string caseId, string order) => $"case-{caseId}-order-{order}";

    /// <summary>Id of a linkage's flow.</summary>
    public static string OfLinkage(string caseId) => $"case-{caseId}-linkage";

    /// <summary>Id of the flow of the right to use the data.</summary>
    public static string OfExpiry(string caseId) => $"case-{caseId}-expiry";
}

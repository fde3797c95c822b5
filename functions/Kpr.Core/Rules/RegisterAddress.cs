namespace Kpr.Core.Rules;

/// <summary>The register's own communication addresses (HER-id), by environment. Source: Rapportering til KPR (HER-id for mottak).</summary>
public static class RegisterAddress
{
    /// <summary>Production.</summary>
    public const string Production = "122612";

    /// <summary>Quality assurance, with synthetic persons.</summary>
    public const string QualityAssurance = "171479";

    /// <summary>Tests of communication only.</summary>
    public const string Communication = "8133973";

    /// <summary>The address from which an environment answers.</summary>
    public static string Of(KprEnvironment environment) => environment == KprEnvironment.Production ? Production : QualityAssurance;

    /// <summary>Whether an address is one of the register's for tests.</summary>
    public static bool IsTest(string address) => address is QualityAssurance or Communication;
}

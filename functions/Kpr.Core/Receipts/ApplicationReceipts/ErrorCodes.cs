using Kpr.Core.Catalogue;

namespace Kpr.Core.Receipts.ApplicationReceipts;

/// <summary>
/// Which code of list 8221 tells a rule. The list is short and older than the rules: what it has no code for is told as
/// another error (X99), with the rule in the text beside it.
/// </summary>
public static class ErrorCodes
{
    /// <summary>The list.</summary>
    public const string ListNumber = "8221";

    private const string Other = "X99";

    private static readonly Dictionary<string, string> CodeOfRule = new(StringComparer.Ordinal)
    {
        ["F01"] = "T01",
        ["F02"] = "T02",
        ["F03"] = "T10",
        ["F04"] = "T10",
        ["F05"] = "S99",
        ["F06"] = "S02",
        ["F08"] = "E10",
        ["F18"] = "T02",
        ["F19"] = "T99",
        ["F23"] = "T99",
        ["I01"] = "E30",
        ["I02"] = "E31",
        ["I03"] = "E31",
        ["I04"] = "E31",
        ["I05"] = "E31",
        ["I08"] = "E31",
        ["I09"] = "E31",
        ["I10"] = "E31",
        ["I11"] = "E31",
        ["I16"] = "E53",
        ["I25"] = "E31",
        ["K01"] = "T99",
        ["K34"] = "T99",
    };

    /// <summary>The code of a rule.</summary>
    public static ErrorCode Of(string rule)
    {
        var code = CodeOfRule.GetValueOrDefault(rule, Other);
        return new ErrorCode(code, CodeLists.Get(ListNumber).Find(code)!.NorwegianName);
    }
}

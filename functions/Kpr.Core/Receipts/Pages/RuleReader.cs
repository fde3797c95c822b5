using Kpr.Core.Rules;

namespace Kpr.Core.Receipts.Pages;

/// <summary>Who at the sender can do something about a finding.</summary>
public static class RuleReader
{
    // Rules about how files and notifications are made, and not about what somebody has written in the journal.
    private static readonly HashSet<string> Technical =
        new(["E01", "E02", "E03", "E04", "E05", "E06", "E13", "I10", "K01", "K02", "K03", "K09", "K12", "K34"], StringComparer.Ordinal);

    // Rules about the report as a whole: when it is sent, and whether all of it is there.
    private static readonly HashSet<string> Reporting = new(["F07", "F09", "F13", "F14", "F15", "F16", "F24", "F25", "F27", "F28", "E14", "I22", "I23", "K35", "K36"], StringComparer.Ordinal);

    /// <summary>Who can put a finding of the rule right, in Norwegian.</summary>
    public static string Of(Rule rule) =>
        Reporting.Contains(rule.Id) ? "Den som har ansvar for innsendingen"
        : rule.Id[0] == 'F' || Technical.Contains(rule.Id) ? "Leverandøren av fagsystemet, eller den som drifter det"
        : "Den som fører i fagsystemet";
}

using System.Text.RegularExpressions;

namespace Kpr.Local.Playing;

/// <summary>
/// Events of plays in a form in which the whole system and the rules alone can be compared: without the time of day, which depends on the machine, and
/// without the proofs that notices arrived and bills were issued, which only a system that sends them has; so without places in the stream too.
/// </summary>
internal static partial class PlayedLines
{
    /// <summary>The lines of a timeline in JSON.</summary>
    public static IReadOnlyList<string> Of(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Proof().IsMatch(line))
            .Select(line => Separator().Replace(InvoiceClock().Replace(TimeOfDay().Replace(Sequence().Replace(line.Trim(), ""), "\""), ""), "]")),
    ];

    [GeneratedRegex("\"(notice-reached|invoice-issued|invoice-waived)\"|\"subject\":\"billing\"", RegexOptions.CultureInvariant)]
    private static partial Regex Proof();

    [GeneratedRegex("\\{\"clock\":\"invoice-issue\"[^}]*\\},?", RegexOptions.CultureInvariant)]
    private static partial Regex InvoiceClock();

    [GeneratedRegex(",\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("T[0-9:.]+Z\"", RegexOptions.CultureInvariant)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("\"sequence\":[0-9]+,", RegexOptions.CultureInvariant)]
    private static partial Regex Sequence();
}

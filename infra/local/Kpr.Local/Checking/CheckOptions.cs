using Kpr.Core.Catalogue;
using Kpr.Core.Rules;

namespace Kpr.Local.Checking;

/// <summary>What the user asked of <c>kpr check</c>.</summary>
/// <param name="Feed">Name of the feed; null to infer it.</param>
/// <param name="Sender">The sender; null to infer it.</param>
/// <param name="Settings">The settings of the rules.</param>
/// <param name="Json">Whether receipts are written as JSON lines.</param>
/// <param name="FindingsFolder">Where all findings are written; null for nowhere.</param>
/// <param name="Reference">The reference data to judge by.</param>
/// <param name="PagesFolder">Where receipts are written as pages for people; null for nowhere.</param>
internal sealed record CheckOptions(
    string? Feed, string? Sender, RuleSettings Settings, bool Json, string? FindingsFolder, ReferenceData Reference, string? PagesFolder = null);

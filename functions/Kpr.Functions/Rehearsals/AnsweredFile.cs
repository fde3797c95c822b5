using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Functions.Rehearsals;

/// <summary>A file that is answered and judged again.</summary>
/// <param name="Feed">Its feed.</param>
/// <param name="Sender">Its sender.</param>
/// <param name="Delivery">Its delivery.</param>
/// <param name="Address">Address of the receipt that stands.</param>
/// <param name="Receipt">That receipt.</param>
/// <param name="Today">What is known of the file, with the reference data of today.</param>
internal sealed record AnsweredFile(Feed Feed, string Sender, string Delivery, string Address, Receipt Receipt, FileContext Today)
{
    /// <summary>Address of the findings beside the receipt.</summary>
    public string Findings => Address[..^".json".Length] + ".findings.jsonl";
}

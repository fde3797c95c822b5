using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Tells what the scan of an attachment said.</summary>
/// <param name="Attachment">Its id.</param>
/// <param name="Result">Clean or refused.</param>
[Command("scan-attachment", "Meld resultat av kontroll", "Report scan")]
[By(Role.System, Relation.Office)]
public sealed record ScanAttachment(string Attachment, ScanResult Result) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Attachments.FirstOrDefault(file => file.Id == Attachment) is not { } file ? Refusals.UnknownItem.For(Attachment)
        : file.Scan == Result || Result == ScanResult.Pending ? []
        : [new AttachmentScanned(Attachment, Result)];
}

using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Takes out a file that no sent version has.</summary>
/// <param name="Attachment">Its id.</param>
[Command("remove-attachment", "Fjern vedlegg", "Remove attachment")]
[In(Phase.Draft, Phase.AwaitingApplicant)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record RemoveAttachment(string Attachment) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Attachments.All(file => file.Id != Attachment) ? Refusals.UnknownItem.For(Attachment)
        : state.Versions.Any(version => version.Attachments.Contains(Attachment)) ? Refusals.AttachmentSent.For(Attachment)
        : [new AttachmentRemoved(Attachment)];
}

using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>Adds a file that lies uploaded already. It counts when the scan has found nothing.</summary>
/// <param name="Attachment">Id within the case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FileName">Its name.</param>
/// <param name="MediaType">Type, found by looking at the bytes.</param>
/// <param name="Bytes">Length; at most 50 MB.</param>
/// <param name="Sha256">64 hexadecimal digits.</param>
[Command("attach", "Legg ved", "Attach")]
[In(Phase.Draft, Phase.AwaitingApplicant)]
[By(Role.Applicant, Relation.Owner, Relation.Editor)]
public sealed record Attach(string Attachment, AttachmentKind Kind, string FileName, string MediaType, long Bytes, string Sha256) : CaseCommand
{
    /// <summary>Most attachments of a case.</summary>
    public const int Most = 100;

    /// <summary>Most bytes of an attachment.</summary>
    public const long Longest = 50_000_000;

    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Attachment) || string.IsNullOrWhiteSpace(FileName))
        {
            return Refusals.TextMissing.For("attachment", "fileName");
        }

        if (state.Attachments.FirstOrDefault(file => file.Id == Attachment) is { } known)
        {
            return known.Sha256 == Sha256 ? [] : Refusals.IdInUse.For(Attachment);
        }

        return state.Attachments.Count >= Most || Bytes is < 1 or > Longest || Sha256.Length != 64 || !Sha256.All(char.IsAsciiHexDigit)
            ? Refusals.AttachmentLimits.For(Attachment)
            : [new Attached(Attachment, Kind, FileName, MediaType, Bytes, Sha256)];
    }
}

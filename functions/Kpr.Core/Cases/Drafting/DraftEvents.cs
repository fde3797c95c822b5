using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Drafting;

/// <summary>A draft was begun.</summary>
[Event("started", "Utkast opprettet", "Draft created")]
public sealed record Started(ApplicationKind Kind, ClockProfile Profile, string Owner, CaseLink? Changes) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.Draft,
        Kind = Kind,
        Profile = Profile,
        Owner = Owner,
        Parent = Changes,
    };
}

/// <summary>Sections were saved. Only those that changed are there.</summary>
[Event("draft-saved", "Utkast lagret", "Draft saved")]
public sealed record DraftSaved(ApplicationContent Sections) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Content = state.Content.With(Sections) };
}

/// <summary>Someone was let in.</summary>
[Event("editor-invited", "Medbruker lagt til", "Co-editor added")]
public sealed record EditorInvited(string Subject, bool MayWrite) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Editors = state.Editors.Without(editor => editor.Subject == Subject).Plus(new CaseEditor(Subject, MayWrite)) };
}

/// <summary>Someone was let out.</summary>
[Event("editor-removed", "Medbruker fjernet", "Co-editor removed")]
public sealed record EditorRemoved(string Subject) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Editors = state.Editors.Without(editor => editor.Subject == Subject) };
}

/// <summary>A file was added; it does not count until it is scanned.</summary>
[Event("attached", "Vedlegg lagt til", "Attachment added")]
public sealed record Attached(string Attachment, AttachmentKind Kind, string FileName, string MediaType, long Bytes, string Sha256) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Attachments = state.Attachments.Plus(new Attachment(Attachment, Kind, FileName, MediaType, Bytes, Sha256, ScanResult.Pending)),
    };
}

/// <summary>The scan answered.</summary>
[Event("attachment-scanned", "Vedlegg kontrollert", "Attachment scanned")]
public sealed record AttachmentScanned(string Attachment, ScanResult Result) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Attachments = state.Attachments.Change(file => file.Id == Attachment, file => file with { Scan = Result }) };
}

/// <summary>A file was taken out.</summary>
[Event("attachment-removed", "Vedlegg fjernet", "Attachment removed")]
public sealed record AttachmentRemoved(string Attachment) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Attachments = state.Attachments.Without(file => file.Id == Attachment) };
}

/// <summary>A version was sent in and frozen.</summary>
[Event("submitted", "Søknaden ble sendt inn", "Application submitted")]
public sealed record Submitted(int VersionNumber, DateOnly On, string Pack, IReadOnlyList<string> Findings) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Phase = Phase.Submitted,
        Versions = state.Versions.Plus(new SubmittedVersion(VersionNumber, On, state.Content, [.. state.Attachments.Select(file => file.Id)], Pack)),
    };
}

/// <summary>The owner was warned that the draft will be deleted.</summary>
[Event("draft-expiry-warned", "Varsel om at utkastet slettes", "Warning that the draft will be deleted")]
public sealed record DraftExpiryWarned(DateOnly DeletedAfter) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with { Reached = state.Reached.Plus(new ReachedNotice("draft-expiry", DeletedAfter)) };
}

/// <summary>A draft was deleted: by its owner, or because it expired. Its content is no longer shown.</summary>
[Event("draft-deleted", "Utkast slettet", "Draft deleted")]
public sealed record DraftDeleted(bool Expired) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state.In(Phase.Deleted) with { Content = ApplicationContent.Empty, Attachments = [] };
}

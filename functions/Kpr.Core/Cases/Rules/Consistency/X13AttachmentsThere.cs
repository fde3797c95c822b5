namespace Kpr.Core.Cases.Rules.Consistency;

/// <summary>X13: attachments that are referred to are there.</summary>
public sealed class X13AttachmentsThere() : ApplicationRule(
    "X13",
    "Vedlegg som søknaden viser til, skal være lagt ved og kontrollert.",
    "Attachments that the application refers to are there and scanned.",
    "Søknadsskjemaet")
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) =>
        new[] { facts.Content.Legal?.DpiaAttachment, facts.Content.Legal?.ConsentAttachment, facts.Content.Legal?.Rek?.Attachment, facts.Content.Sources?.TableMockup }
            .OfType<string>().Where(id => !facts.HasAttachment(id)).Select(id => At($"attachment:{id}"));
}

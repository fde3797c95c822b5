using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>Claims as sent (behandlerkravmeldinger): BehandlerKrav in MsgHead, and its JSON form.</summary>
public sealed class ClaimsFeed : Feed<Claim, ClaimEnvelope>
{
    /// <inheritdoc/>
    public override string Name => "claims";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "regninger";

    /// <inheritdoc/>
    public override bool IsMunicipal => false;

    /// <inheritdoc/>
    public override bool HasApplicationReceipt(string? format) => format is null or ClaimXmlReader.FormatName;

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new ClaimsLayout();

    /// <inheritdoc/>
    public override bool Recognises(SourceContent source) => source.Kind switch
    {
        SourceKind.Xml => source.Head.Span.IndexOf("xmlstds/msghead/2006-05-24"u8) >= 0,
        SourceKind.Json => source.Head.Span.IndexOf("\"praksisId\""u8) >= 0 || source.Head.Span.IndexOf("\"behandlerkrav"u8) >= 0,
        _ => false,
    };

    /// <inheritdoc/>
    public override RecordReader Open(SourceContent source, SourceLimits limits) => source.Kind switch
    {
        SourceKind.Xml => new ClaimXmlReader(source, limits),
        SourceKind.Json => new ClaimJsonReader(source, limits),
        SourceKind.Empty => throw new SourceFaultException(The<F01Readable>.Rule.Empty()),
        _ => throw new SourceFaultException(The<F01Readable>.Rule.UnknownFormat("UKJENT_FORMAT")),
    };

    /// <inheritdoc/>
    public override string MemoryScope(string sender) => Name;

    /// <inheritdoc/>
    protected override bool Uses(GroupRule rule) => rule.Id[0] == 'K';

    /// <inheritdoc/>
    protected override void NoteFacts(Claim record, bool rejected, IFactSink facts)
    {
        if (!rejected)
        {
            ClaimFacts.Note(record, facts);
        }
    }
}

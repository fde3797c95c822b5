using Kpr.Core.Formats.Claims;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>The monthly delivery of the claims system (KUHR): a manifest and four delimited files beside it.</summary>
public sealed class KuhrDeliveryFeed : Feed<Claim, KuhrEnvelope>
{
    /// <inheritdoc/>
    public override string Name => "kuhr-delivery";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "regninger";

    /// <inheritdoc/>
    public override bool IsMunicipal => false;

    /// <inheritdoc/>
    public override string ManifestName => KuhrManifest.FileName;

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new ClaimsLayout();

    /// <inheritdoc/>
    public override IReadOnlyList<string> PartsNamedIn(ReadOnlyMemory<byte> manifest) => KuhrManifestReader.FilesNamedIn(manifest);

    /// <inheritdoc/>
    public override bool Recognises(SourceContent source) => source.Kind switch
    {
        SourceKind.Json => source.Head.Span.IndexOf("\"deliveryId\""u8) >= 0 && source.Head.Span.IndexOf("\"files\""u8) >= 0,
        SourceKind.Unknown => IsPart(source),
        _ => false,
    };

    /// <inheritdoc/>
    public override RecordReader Open(SourceContent source, SourceLimits limits) => source.Kind switch
    {
        SourceKind.Json => new KuhrDeliveryReader(source, limits),
        SourceKind.Empty => throw new SourceFaultException(The<F01Readable>.Rule.Empty()),
        SourceKind.Unknown when IsPart(source) => throw new SourceFaultException(The<F01Readable>.Rule.PartAlone()),
        _ => throw new SourceFaultException(The<F01Readable>.Rule.Unreadable()),
    };

    /// <inheritdoc/>
    public override RecordReader OpenChunk(SourceContent source, SourceLimits limits) => new KuhrChunkReader(source, limits);

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

    private static bool IsPart(SourceContent source) => source.Head.Span.StartsWith("enkeltregningId;"u8);
}

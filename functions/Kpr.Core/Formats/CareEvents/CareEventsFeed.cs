using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>Care events (hendelser i helse- og omsorgstjenesten): XPR 56.0.0, module ipl.</summary>
public sealed class CareEventsFeed : Feed<CareEvent, CareEventEnvelope>
{
    /// <inheritdoc/>
    public override string Name => "care-events";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "hendelser";

    /// <inheritdoc/>
    public override bool IsMunicipal => true;

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new CareEventsLayout();

    /// <inheritdoc/>
    public override bool Recognises(SourceContent source) =>
        source.Kind == SourceKind.Xml && source.Head.Span.IndexOf("npr.no/xmlstds/56_0_0_ipl"u8) >= 0;

    /// <inheritdoc/>
    public override RecordReader Open(SourceContent source, SourceLimits limits) => source.Kind == SourceKind.Xml
        ? new CareEventReader(source, limits)
        : throw new SourceFaultException(The<F01Readable>.Rule.Unreadable());

    /// <inheritdoc/>
    protected override bool Uses(GroupRule rule) => rule.Id[0] == 'E';

    /// <inheritdoc/>
    protected override void NoteFacts(CareEvent record, bool rejected, IFactSink facts) => CareEventFacts.Note(record, rejected, facts);
}

using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>Care events (hendelser i helse- og omsorgstjenesten): XPR 56.0.0, module ipl.</summary>
public sealed class CareEventsFeed : XprFeed<CareEvent, CareEventEnvelope>
{
    /// <inheritdoc/>
    public override string Name => "care-events";

    /// <inheritdoc/>
    public override string RecordsInNorwegian => "hendelser";

    /// <inheritdoc/>
    public override RegisterLayout Layout { get; } = new CareEventsLayout();

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> NamespaceMark => "npr.no/xmlstds/56_0_0_ipl"u8;

    /// <inheritdoc/>
    protected override XprReader CreateReader(SourceContent source, SourceLimits limits) => new CareEventReader(source, limits);

    /// <inheritdoc/>
    protected override void NoteFacts(CareEvent record, bool rejected, IFactSink facts)
    {
        XprFacts.Note(record, facts);
        if (!rejected && !string.IsNullOrEmpty(record.TjenesteId))
        {
            facts.Add(ServiceFact.Of(record));
        }
    }
}

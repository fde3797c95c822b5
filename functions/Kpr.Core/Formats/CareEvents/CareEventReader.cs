using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xpr;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>Reads care events: XPR 56.0.0, module ipl.</summary>
public sealed class CareEventReader : XprReader
{
    private readonly CareEventNames _names;
    private readonly CareEvent _event;

    /// <summary>Opens a file of care events.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    public CareEventReader(SourceContent source, SourceLimits limits)
        : base(source, limits, new CareEvent(), static table => new CareEventNames(table))
    {
        _names = (CareEventNames)ModuleNames;
        _event = (CareEvent)Record;
    }

    /// <inheritdoc/>
    public override string Format => "XPR(ipl)";

    /// <inheritdoc/>
    protected override XprEnvelope CreateEnvelope(long line) => new CareEventEnvelope { Index = 0, Line = line, FirstOrdinal = 1 };

    /// <inheritdoc/>
    protected override bool IsEvent(string name) => _names.EventKind(name) != CareEventKind.None;

    /// <inheritdoc/>
    protected override void ReadEvent()
    {
        var kind = _event.Kind = _names.EventKind(Xml.LocalName);
        var pause = kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil;
        ReadAttributes(pause ? _names.PauseAttributes : _names.EventAttributes, _event);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextChild(depth, _names.Events[(int)kind]!))
        {
            if (!Is(_names.Bruker))
            {
                SkipStranger();
            }
            else if (_event.HasPersonElement)
            {
                RecordFault("Bruker", F02Structure.NotAllowedHere("Mer enn én Bruker"));
                SkipElement();
            }
            else
            {
                _event.HasPersonElement = true;
                _event.PersonLine = Line;
                ReadAttributes(_names.BrukerAttributes, _event);
                SkipStrangers("Bruker");
            }
        }
    }

    /// <inheritdoc/>
    protected override void CheckEvent() => CareEventStructure.Check(_event);
}

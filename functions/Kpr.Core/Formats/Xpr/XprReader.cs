using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Xpr;

/// <summary>
/// Reads XPR 56.0.0, whatever the module: message, notifications, contacts and municipality. Judges the structure as it
/// reads (F02, F18); what the values mean is for the rules. A module reads its own event.
/// </summary>
public abstract partial class XprReader : XmlMessageReader
{
    private readonly XprNames _names;
    private readonly XprRecord _record;
    private XprEnvelope? _envelope;
    private string _startTag = "";
    private string _endTag = "";
    private bool _recordsEnded;
    private bool _contactsEnded;

    /// <summary>Opens a file.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    private protected XprReader(SourceContent source, SourceLimits limits, XprRecord record, Func<NameTable, XprNames> names)
        : base(source, limits)
    {
        _record = record;
        _names = names(Names);
    }

    /// <inheritdoc/>
    public override FeedRecord Record => _record;

    /// <inheritdoc/>
    protected override string OwnNamespace => _names.OwnNamespace;

    /// <summary>The names of the module.</summary>
    private protected XprNames ModuleNames => _names;

    /// <inheritdoc/>
    protected override string ChunkContext() => _startTag;

    /// <inheritdoc/>
    protected override string ChunkClosing() => _endTag;

    /// <summary>Makes the envelope of a message.</summary>
    protected abstract XprEnvelope CreateEnvelope(long line);

    /// <summary>Whether an element of the module is an event.</summary>
    protected abstract bool IsEvent(string name);

    /// <summary>Reads the present element, the first event of the notification, to its end.</summary>
    protected abstract void ReadEvent();

    /// <summary>Judges the values of the event, when there is one.</summary>
    protected abstract void CheckEvent();

    /// <summary>Judges what the module adds to the message, when its attributes are read.</summary>
    protected virtual void CheckMessage(XprEnvelope envelope)
    {
    }

    /// <inheritdoc/>
    protected override bool Knows(string name) => _names.Knows(name);

    /// <inheritdoc/>
    protected override bool ReadRecord()
    {
        while (Next())
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Element when _envelope is null:
                    ReadRoot();
                    break;
                case XmlNodeType.Element when Is(_names.Notifikasjon) && !_recordsEnded:
                    ReadNotifikasjon();
                    return true;
                case XmlNodeType.Element:
                    ReadEnvelopePart();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    FileFault(The<F02Structure>.Rule.MisplacedText("Melding", Line));
                    break;
            }
        }

        FinishEnvelope();
        return false;
    }
}

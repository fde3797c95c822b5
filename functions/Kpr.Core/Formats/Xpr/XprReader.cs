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
public abstract partial class XprReader : XmlRecordReader
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

    /// <summary>Whether the present element is one of the module's by that name.</summary>
    protected bool Is(string name) => ReferenceEquals(Xml.LocalName, name) && ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace);

    /// <summary>Moves to the next element inside a record's element of a depth; text there is a fault.</summary>
    /// <param name="depth">Depth of the element, which is not empty.</param>
    /// <param name="parent">Its name.</param>
    /// <returns>False at its end.</returns>
    protected bool NextChild(int depth, string parent)
    {
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                RecordFault(parent, F02Structure.NotAllowedHere("Tekst"));
            }
        }

        return false;
    }

    /// <summary>Passes over what stands inside the present element of a record, where nothing may.</summary>
    protected void SkipStrangers(string parent)
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextChild(depth, parent))
        {
            SkipStranger();
        }
    }

    /// <summary>Passes over an element inside a record that does not belong there: unknown to the format, or known but misplaced.</summary>
    protected void SkipStranger()
    {
        CountFault();
        var name = Xml.LocalName;
        if (ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) && _names.Knows(name))
        {
            _record.AddFault(The<F02Structure>.Rule, name, F02Structure.NotAllowedHere(name), Severity.RejectRecord, Line);
        }
        else
        {
            _record.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(name), F18KnownNamesOnly.ElementText(name), line: Line);
        }

        SkipElement();
    }

    /// <summary>Notes a fault of structure in the record.</summary>
    protected void RecordFault(string field, string message)
    {
        CountFault();
        _record.AddFault(The<F02Structure>.Rule, field, message, Severity.RejectRecord, Line);
    }

    /// <summary>Takes the attributes of the present element, which belongs to a record.</summary>
    private protected void ReadAttributes<TTarget>(AttributeSet<TTarget> attributes, TTarget target)
    {
        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            var fate = attributes.Take(Xml, target);
            if (fate == AttributeFate.Taken || IsXmlMatter())
            {
                continue;
            }

            CountFault();
            if (fate == AttributeFate.Prohibited)
            {
                _record.AddFault(The<F02Structure>.Rule, Xml.LocalName, F02Structure.NotAllowedHere(Xml.LocalName), Severity.RejectRecord, line);
            }
            else
            {
                _record.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(Xml.LocalName), F18KnownNamesOnly.AttributeText(Xml.LocalName), line: line);
            }
        }

        Xml.MoveToElement();
    }

    private void ReadNotifikasjon()
    {
        _envelope!.Records = ++Records;
        _record.Begin(Records, Line, _envelope.Index);
        BeginRecord();
        ReadAttributes(_names.NotifikasjonAttributes, _record);
        if (!Xml.IsEmptyElement)
        {
            ReadEvents(Xml.Depth);
        }

        EndRecord();
        XprStructure.CheckNotification(_record);
        if (_record.Events > 0)
        {
            CheckEvent();
        }

        if (_record.NotifiedOn is { } day)
        {
            _envelope.LatestNotification = _envelope.LatestNotification > day ? _envelope.LatestNotification : day;
        }
    }

    private void ReadEvents(int depth)
    {
        while (NextChild(depth, "Notifikasjon"))
        {
            if (!ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) || !IsEvent(Xml.LocalName))
            {
                SkipStranger();
            }
            else if (_record.Events++ == 0)
            {
                _record.EventLine = Line;
                ReadEvent();
            }
            else
            {
                SkipElement();
            }
        }
    }
}

using System.Xml;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Xpr;

/// <content>The notifications, and what modules need to read their events.</content>
public abstract partial class XprReader
{
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

using System.Xml;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareEvents;

/// <content>What stands inside a notification: its event and the user.</content>
public sealed partial class CareEventReader
{
    private void ReadNotifikasjon()
    {
        _envelope!.Records = ++Records;
        _event.Begin(Records, Line, _envelope.Index);
        BeginRecord();
        ReadAttributes(_names.NotifikasjonAttributes, Line);
        if (!Xml.IsEmptyElement)
        {
            ReadEvents(Xml.Depth);
        }

        EndRecord();
        CareEventStructure.Check(_event);
        if (_event.NotifiedOn is { } day)
        {
            _envelope.LatestNotification = _envelope.LatestNotification > day ? _envelope.LatestNotification : day;
        }
    }

    private void ReadEvents(int depth)
    {
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Fault("Notifikasjon", F02Structure.NotAllowedHere("Tekst"));
            }
            else if (Xml.NodeType == XmlNodeType.Element)
            {
                var kind = ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) ? _names.EventKind(Xml.LocalName) : CareEventKind.None;
                if (kind == CareEventKind.None)
                {
                    SkipStranger();
                }
                else if (_event.Events++ == 0)
                {
                    ReadEvent(kind);
                }
                else
                {
                    SkipElement();
                }
            }
        }
    }

    private void ReadEvent(CareEventKind kind)
    {
        _event.Kind = kind;
        _event.EventLine = Line;
        var pause = kind is CareEventKind.MidlertidigStoppFra or CareEventKind.MidlertidigStoppTil;
        ReadAttributes(pause ? _names.PauseAttributes : _names.EventAttributes, Line);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Fault(_names.Events[(int)kind]!, F02Structure.NotAllowedHere("Tekst"));
            }
            else if (Xml.NodeType == XmlNodeType.Element)
            {
                if (!Is(_names.Bruker))
                {
                    SkipStranger();
                }
                else if (_event.HasBruker)
                {
                    Fault("Bruker", F02Structure.NotAllowedHere("Mer enn én Bruker"));
                    SkipElement();
                }
                else
                {
                    ReadBruker();
                }
            }
        }
    }

    private void ReadBruker()
    {
        _event.HasBruker = true;
        _event.BrukerLine = Line;
        ReadAttributes(_names.BrukerAttributes, Line);
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                SkipStranger();
            }
            else if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Fault("Bruker", F02Structure.NotAllowedHere("Tekst"));
            }
        }
    }

    private void ReadAttributes(AttributeSet<CareEvent> attributes, long line)
    {
        while (Xml.MoveToNextAttribute())
        {
            var fate = attributes.Take(Xml, _event);
            if (fate == AttributeFate.Taken || IsXmlMatter())
            {
                continue;
            }

            CountFault();
            if (fate == AttributeFate.Prohibited)
            {
                _event.AddFault(The<F02Structure>.Rule, Xml.LocalName, F02Structure.NotAllowedHere(Xml.LocalName), Severity.RejectRecord, line);
            }
            else
            {
                _event.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(Xml.LocalName), F18KnownNamesOnly.AttributeText(Xml.LocalName), line: line);
            }
        }

        Xml.MoveToElement();
    }

    // An element inside a record that does not belong there: unknown to the format, or known but misplaced.
    private void SkipStranger()
    {
        CountFault();
        var name = Xml.LocalName;
        if (ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) && _names.Knows(name))
        {
            _event.AddFault(The<F02Structure>.Rule, name, F02Structure.NotAllowedHere(name), Severity.RejectRecord, Line);
        }
        else
        {
            _event.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(name), F18KnownNamesOnly.ElementText(name), line: Line);
        }

        SkipElement();
    }

    private void Fault(string field, string message)
    {
        CountFault();
        _event.AddFault(The<F02Structure>.Rule, field, message, Severity.RejectRecord, Line);
    }
}

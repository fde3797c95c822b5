using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Xml;

/// <summary>
/// What formats share whose file is one message in one namespace: its elements and attributes are known or they are a
/// fault, which belongs to the record or to the message (F02, F18).
/// </summary>
public abstract class XmlMessageReader(SourceContent source, SourceLimits limits) : XmlRecordReader(source, limits)
{
    /// <summary>The message that takes the faults outside records; asked for behind its start tag only.</summary>
    protected abstract MessageEnvelope Message { get; }

    /// <summary>The format's namespace, from <see cref="XmlRecordReader.Names"/>.</summary>
    protected abstract string OwnNamespace { get; }

    /// <summary>Whether an element of the format bears the name: where it does not belong it is misplaced rather than unknown.</summary>
    protected abstract bool Knows(string name);

    /// <summary>Whether the present element is one of the format's by that name.</summary>
    protected bool Is(string name) => ReferenceEquals(Xml.LocalName, name) && ReferenceEquals(Xml.NamespaceURI, OwnNamespace);

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
        if (ReferenceEquals(Xml.NamespaceURI, OwnNamespace) && Knows(name))
        {
            Record.AddFault(The<F02Structure>.Rule, name, F02Structure.NotAllowedHere(name), Severity.RejectRecord, Line);
        }
        else
        {
            Record.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(name), F18KnownNamesOnly.ElementText(name), line: Line);
        }

        SkipElement();
    }

    /// <summary>Notes a fault of structure in the record.</summary>
    protected void RecordFault(string field, string message)
    {
        CountFault();
        Record.AddFault(The<F02Structure>.Rule, field, message, Severity.RejectRecord, Line);
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
                Record.AddFault(The<F02Structure>.Rule, Xml.LocalName, F02Structure.NotAllowedHere(Xml.LocalName), Severity.RejectRecord, line);
            }
            else
            {
                Record.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(Xml.LocalName), F18KnownNamesOnly.AttributeText(Xml.LocalName), line: line);
            }
        }

        Xml.MoveToElement();
    }

    /// <summary>Passes over what stands inside the present element of the envelope, where nothing may.</summary>
    protected void SkipContent()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (NextEnvelopeChild(depth))
        {
            SkipEnvelopeStranger();
        }
    }

    /// <summary>Moves to the next element inside the envelope's element of a depth; text there is a fault.</summary>
    /// <returns>False at its end.</returns>
    protected bool NextEnvelopeChild(int depth)
    {
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                FileFault(The<F02Structure>.Rule.MisplacedText("Melding", Line));
            }
        }

        return false;
    }

    /// <summary>Passes over an element of the envelope that does not belong there: unknown to the format, or known but misplaced.</summary>
    protected void SkipEnvelopeStranger()
    {
        FileFault(ReferenceEquals(Xml.NamespaceURI, OwnNamespace) && Knows(Xml.LocalName)
            ? The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line)
            : The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
        SkipElement();
    }

    /// <summary>Notes a fault of the message.</summary>
    protected void FileFault(Fault fault)
    {
        CountFault();
        Message.AddFault(fault);
    }

    /// <summary>Takes the attributes of the present element, which belongs to the envelope.</summary>
    private protected void ReadEnvelopeAttributes<TTarget>(AttributeSet<TTarget> attributes, TTarget target)
    {
        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            var fate = attributes.Take(Xml, target);
            if (fate == AttributeFate.Prohibited)
            {
                FileFault(new Fault(The<F02Structure>.Rule, Severity.RejectFile, Xml.LocalName, line, F02Structure.NotAllowedHere(Xml.LocalName)));
            }
            else if (fate == AttributeFate.Unknown && !IsXmlMatter())
            {
                FileFault(The<F18KnownNamesOnly>.Rule.Attribute(Xml.LocalName, line));
            }
        }

        Xml.MoveToElement();
    }
}

using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Persons;

namespace Kpr.Core.Formats.Xpr;

/// <content>What stands around the notifications.</content>
public abstract partial class XprReader
{
    private const int KeptParts = 100;

    /// <summary>The message; null before its start tag.</summary>
    protected XprEnvelope? Envelope => _envelope;

    /// <summary>Reads what stands inside a municipality, to its end. Nothing may, unless the module says so.</summary>
    protected virtual void ReadMunicipalityContent() => SkipContent();

    /// <summary>Judges what can be judged only when all of the message is read.</summary>
    protected virtual void CheckWholeMessage()
    {
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
        FileFault(ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) && _names.Knows(Xml.LocalName)
            ? The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line)
            : The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
        SkipElement();
    }

    /// <summary>Notes a fault of the message.</summary>
    protected void FileFault(Fault fault)
    {
        CountFault();
        _envelope!.AddFault(fault);
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

    private void ReadRoot()
    {
        if (!ReferenceEquals(Xml.LocalName, _names.Melding))
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongRoot("Melding", Line));
        }

        if (!ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace))
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongNamespace(_names.OwnNamespace, Line));
        }

        _envelope = CreateEnvelope(Line);
        AddEnvelope(_envelope);
        if (!Xml.IsEmptyElement)
        {
            _startTag = StartTag();
            _endTag = $"</{Xml.Name}>";
        }

        ReadEnvelopeAttributes(_names.MeldingAttributes, _envelope);
        CheckMessage(_envelope);
    }

    private void ReadEnvelopePart()
    {
        if (Is(_names.Kontaktperson))
        {
            Misplaced(_contactsEnded);
            _recordsEnded = true;
            var draft = new EnvelopePartDraft();
            var line = Line;
            ReadEnvelopeAttributes(_names.KontaktpersonAttributes, draft);
            if (_envelope!.ContactCount++ < KeptParts)
            {
                _envelope.Contacts.Add(new ContactPerson(
                    line, draft.KontPerson, draft.MeldTelefon, draft.MeldEpost1, draft.MeldEpost2, draft.TypeKontaktperson));
            }

            SkipContent();
        }
        else if (Is(_names.Kommune))
        {
            _recordsEnded = _contactsEnded = true;
            var draft = new EnvelopePartDraft();
            var line = Line;
            ReadEnvelopeAttributes(_names.KommuneAttributes, draft);
            if (draft.KommuneOrgNr is { } organisation && !OrganisationNumber.IsValid(organisation))
            {
                FileFault(The<I27OrganisationNumber>.Rule.InEnvelope("kommuneOrgNr", line));
            }

            if (_envelope!.MunicipalityCount++ < KeptParts)
            {
                _envelope.Municipalities.Add((draft.KommuneNr, line));
            }

            ReadMunicipalityContent();
        }
        else
        {
            SkipEnvelopeStranger();
        }
    }

    private void FinishEnvelope()
    {
        if (_envelope is null)
        {
            return;
        }

        if (_envelope.ContactCount == 0)
        {
            FileFault(The<F02Structure>.Rule.MissingElement("Kontaktperson", null));
        }

        if (_envelope.MunicipalityCount == 0)
        {
            FileFault(The<F02Structure>.Rule.MissingElement("Kommune", null));
        }

        CheckWholeMessage();
    }

    private void Misplaced(bool misplaced)
    {
        if (misplaced)
        {
            FileFault(The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line));
        }
    }
}

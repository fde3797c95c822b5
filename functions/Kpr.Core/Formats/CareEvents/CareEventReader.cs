using System.Xml;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Formats.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.CareEvents;

/// <summary>
/// Reads care events: XPR 56.0.0, module ipl. Judges the structure as it reads (F02, F18); what the values
/// mean is for the rules.
/// </summary>
public sealed partial class CareEventReader : XmlRecordReader
{
    private const int KeptParts = 100;

    private readonly CareEventNames _names;
    private readonly CareEvent _event = new();
    private CareEventEnvelope? _envelope;
    private string _startTag = "";
    private string _endTag = "";
    private bool _recordsEnded;
    private bool _contactsEnded;

    /// <summary>Opens a file of care events.</summary>
    /// <exception cref="SourceFaultException">The encoding is not one that the register takes (F23).</exception>
    public CareEventReader(SourceContent source, SourceLimits limits)
        : base(source, limits) => _names = new CareEventNames(Names);

    /// <inheritdoc/>
    public override string Format => "XPR(ipl)";

    /// <inheritdoc/>
    public override FeedRecord Record => _event;

    /// <inheritdoc/>
    protected override string ChunkContext() => _startTag;

    /// <inheritdoc/>
    protected override string ChunkClosing() => _endTag;

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
                    Fault(The<F02Structure>.Rule.MisplacedText("Melding", Line));
                    break;
            }
        }

        FinishEnvelope();
        return false;
    }

    private void ReadRoot()
    {
        if (!ReferenceEquals(Xml.LocalName, _names.Melding))
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongRoot("Melding", Line));
        }

        if (!ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace))
        {
            throw new SourceFaultException(The<F02Structure>.Rule.WrongNamespace(CareEventNames.Namespace, Line));
        }

        _envelope = new CareEventEnvelope { Index = 0, Line = Line, FirstOrdinal = 1 };
        AddEnvelope(_envelope);
        if (!Xml.IsEmptyElement)
        {
            _startTag = StartTag();
            _endTag = $"</{Xml.Name}>";
        }

        ReadEnvelopeAttributes(_names.MeldingAttributes, _envelope);
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
            if (_envelope!.MunicipalityCount++ < KeptParts)
            {
                _envelope.Municipalities.Add((draft.KommuneNr, line));
            }

            SkipContent();
        }
        else if (ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) && _names.Knows(Xml.LocalName))
        {
            Misplaced(true);
            SkipElement();
        }
        else
        {
            Fault(The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
            SkipElement();
        }
    }

    private void SkipContent()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                Fault(ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace) && _names.Knows(Xml.LocalName)
                    ? The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line)
                    : The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
            }
            else if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Fault(The<F02Structure>.Rule.MisplacedText("Melding", Line));
            }
        }
    }

    private void ReadEnvelopeAttributes<TTarget>(AttributeSet<TTarget> attributes, TTarget target)
    {
        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            var fate = attributes.Take(Xml, target);
            if (fate == AttributeFate.Prohibited)
            {
                Fault(new Fault(The<F02Structure>.Rule, Severity.RejectFile, Xml.LocalName, line, F02Structure.NotAllowedHere(Xml.LocalName)));
            }
            else if (fate == AttributeFate.Unknown && !IsXmlMatter())
            {
                Fault(The<F18KnownNamesOnly>.Rule.Attribute(Xml.LocalName, line));
            }
        }

        Xml.MoveToElement();
    }

    private void FinishEnvelope()
    {
        if (_envelope is null)
        {
            return;
        }

        if (_envelope.ContactCount == 0)
        {
            Fault(The<F02Structure>.Rule.MissingElement("Kontaktperson", null));
        }

        if (_envelope.MunicipalityCount == 0)
        {
            Fault(The<F02Structure>.Rule.MissingElement("Kommune", null));
        }
    }

    private bool Is(string name) => ReferenceEquals(Xml.LocalName, name) && ReferenceEquals(Xml.NamespaceURI, _names.OwnNamespace);

    private void Misplaced(bool misplaced)
    {
        if (misplaced)
        {
            Fault(The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line));
        }
    }

    private void Fault(Fault fault)
    {
        CountFault();
        _envelope!.AddFault(fault);
    }
}

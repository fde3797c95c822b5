using Kpr.Core.Formats.Sources;
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

    /// <inheritdoc/>
    protected override MessageEnvelope Message => _envelope!;

    /// <summary>Reads what stands inside a municipality, to its end. Nothing may, unless the module says so.</summary>
    protected virtual void ReadMunicipalityContent() => SkipContent();

    /// <summary>Judges what can be judged only when all of the message is read.</summary>
    protected virtual void CheckWholeMessage()
    {
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

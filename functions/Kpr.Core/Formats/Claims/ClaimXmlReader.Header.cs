using System.Globalization;
using System.Xml;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>The header (MsgInfo), and what stands beside the claims in BehandlerKrav.</summary>
public sealed partial class ClaimXmlReader
{
    private void ReadHeader()
    {
        var envelope = _envelope!;
        var start = StartOfTag();
        var line = Line;
        var hasSender = false;
        string? generated = null;
        if (!Xml.IsEmptyElement)
        {
            var depth = Xml.Depth;
            while (Next() && Xml.Depth > depth)
            {
                if (Xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (Xml.LocalName)
                {
                    case var name when ReferenceEquals(name, _names.Type):
                        envelope.MessageType = Coded(inClaim: false).Value;
                        envelope.Service = ClaimServices.OfMessageType(envelope.MessageType);
                        break;
                    case var name when ReferenceEquals(name, _names.Version):
                        envelope.FormatVersion = Text(inClaim: false);
                        break;
                    case var name when ReferenceEquals(name, _names.GenDate):
                        generated = Text(inClaim: false);
                        break;
                    case var name when ReferenceEquals(name, _names.MsgId):
                        envelope.MessageId = Text(inClaim: false);
                        break;
                    case var name when ReferenceEquals(name, _names.Sender):
                        hasSender = true;
                        ReadParty(isSender: true);
                        break;
                    case var name when ReferenceEquals(name, _names.Receiver):
                        ReadParty(isSender: false);
                        break;
                    default:
                        SkipElement();
                        break;
                }
            }
        }

        _header = Xml.NodeType == XmlNodeType.EndElement ? TextThroughEndTag(start) : StartTag();
        if (_header.Length > LongestHeader)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TokenTooLong(LongestHeader) with { Line = line });
        }

        CheckHeader(generated, hasSender, line);
    }

    private void CheckHeader(string? generated, bool hasSender, long line)
    {
        if (_envelope!.MessageId is null)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.MsgId, line));
        }

        if (!hasSender)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.Sender, line));
        }

        if (generated is null)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.GenDate, line));
        }
        else if (XsdTypes.TryDateTime(generated, out var written, out var offset))
        {
            _envelope.GeneratedAt = offset is { } zone ? NorwegianTime.ToLocal(new DateTimeOffset(written, zone)).DateTime : written;
        }
        else
        {
            Fault(The<F02Structure>.Rule.BadValue(_names.GenDate, "en dato med klokkeslett", line));
        }
    }

    // Sender and Receiver: the organisation's own identities count, not those of departments and persons in it.
    private void ReadParty(bool isSender)
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType != XmlNodeType.Element || (Xml.Depth == depth + 1 && ReferenceEquals(Xml.LocalName, _names.Organisation)))
            {
                continue;
            }

            if (ReferenceEquals(Xml.LocalName, _names.Ident))
            {
                var party = ReadIdent(inClaim: false);
                if (isSender)
                {
                    _envelope!.SenderOrganisation ??= party is { Type: "ENH" } ? party.Id : null;
                    _envelope.SenderHerId ??= party is { Type: "HER" } ? party.Id : null;
                }
                else if (party is { Type: "HER", Id: { } address })
                {
                    _envelope!.AddRecipient(address);
                }
            }
            else
            {
                SkipElement();
            }
        }
    }

    private void ReadPartOfSet()
    {
        var part = ReferenceEquals(Xml.NamespaceURI, _names.Own) ? ClaimXmlNames.IndexOf(_names.InSet, Xml.LocalName) : -1;
        if (part < 0)
        {
            Fault(IsKnownName()
                ? The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line)
                : The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
            SkipElement();
        }
        else if (Xml.LocalName == "Krav")
        {
            ReadTotals();
        }
        else
        {
            // Account, department and RESH tell of the practice; nothing in the register needs them.
            Text(inClaim: false);
        }
    }

    private void ReadTotals()
    {
        if (_hasTotals && _envelope!.ClaimSets == 1)
        {
            Fault(The<F02Structure>.Rule.MisplacedElement(Xml.LocalName, Line));
        }

        _hasTotals = true;
        var line = Line;
        string? claims = null;
        string? sum = null;
        if (!Xml.IsEmptyElement)
        {
            var depth = Xml.Depth;
            while (Next() && Xml.Depth > depth)
            {
                if (Xml.NodeType == XmlNodeType.Element)
                {
                    switch (ReferenceEquals(Xml.NamespaceURI, _names.Own) ? ClaimXmlNames.IndexOf(_names.InTotals, Xml.LocalName) : -1)
                    {
                        case 0:
                            claims = Text(inClaim: false);
                            break;
                        case 1:
                            sum = Amount(inClaim: false);
                            break;
                        default:
                            Fault(The<F18KnownNamesOnly>.Rule.Element(Xml.LocalName, Line));
                            SkipElement();
                            break;
                    }
                }
            }
        }

        NoteTotals(claims, sum, line);
    }

    private void NoteTotals(string? claims, string? sum, long line)
    {
        if (claims is null)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.InTotals[0], line));
        }
        else if (long.TryParse(claims, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            _envelope!.StatedClaims = number;
        }
        else
        {
            Fault(The<F02Structure>.Rule.BadValue(_names.InTotals[0], "et heltall", line));
        }

        if (sum is null)
        {
            Fault(The<F02Structure>.Rule.MissingElement(_names.InTotals[1], line));
        }
        else if (Ore.TryParse(sum, out var ore))
        {
            _envelope!.StatedRefundOre = ore;
        }
        else
        {
            _envelope!.UnreadableSumLine = line;
        }
    }

    private bool IsKnownName() => ReferenceEquals(Xml.NamespaceURI, _names.Own) && _names.Knows(Xml.LocalName);
}

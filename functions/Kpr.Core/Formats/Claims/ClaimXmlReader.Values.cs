using System.Text;
using System.Xml;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Formats.Claims;

/// <summary>Elements, texts, codes and amounts, and what is strange to the format among them.</summary>
public sealed partial class ClaimXmlReader
{
    // Depth of the present element, whose children are to be read; -1 when it is empty.
    private int Children() => Xml.IsEmptyElement ? -1 : Xml.Depth;

    // Moves to the next child that the format has here; in claims, whatever else is met is a fault.
    private bool NextChild(ref int depth, string[] names, uint repeatable, ref uint seen, out int child, bool inClaim = true)
    {
        child = -1;
        while (depth >= 0 && Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                child = !inClaim || ReferenceEquals(Xml.NamespaceURI, _names.Own) ? ClaimXmlNames.IndexOf(names, Xml.LocalName) : -1;
                var bit = child < 0 ? 0 : 1u << child;
                if (child >= 0 && (seen & bit & ~repeatable) == 0)
                {
                    seen |= bit;
                    return true;
                }

                if (!inClaim)
                {
                    SkipElement();
                }
                else if (child >= 0)
                {
                    Reject(Xml.LocalName, F02Structure.NotAllowedHere($"Mer enn én {Xml.LocalName}"));
                    SkipElement();
                }
                else
                {
                    SkipStranger();
                }
            }
            else if (inClaim && Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Reject(_names.Enkeltregning, F02Structure.NotAllowedHere("Tekst"));
            }
        }

        depth = -1;
        return false;
    }

    // The text of the present element; null when there is none. Blanks around it count in identity numbers only.
    private string? Text(bool inClaim = true, bool trim = true)
    {
        if (inClaim)
        {
            NoAttributes();
        }

        if (Xml.IsEmptyElement)
        {
            return null;
        }

        var depth = Xml.Depth;
        string? text = null;
        StringBuilder? pieces = null;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                // Comments and CDATA cut a text into pieces; a hostile one into very many.
                pieces = text is null ? null : pieces ?? new StringBuilder(text);
                pieces?.Append(Xml.Value);
                RequireWithinLimit(pieces?.Length ?? 0);
                text ??= Xml.Value;
            }
            else if (Xml.NodeType == XmlNodeType.Element)
            {
                if (inClaim)
                {
                    SkipStranger();
                }
                else
                {
                    SkipElement();
                }
            }
        }

        text = pieces?.ToString() ?? text;
        return string.IsNullOrWhiteSpace(text) ? null : trim ? text.Trim() : text;
    }

    // Value (V) and system (S) of the present element; the display name (DN) is passed over.
    private (string? Value, string? System) Coded(bool inClaim = true)
    {
        var line = Line;
        string? value = null;
        string? system = null;
        while (Xml.MoveToNextAttribute())
        {
            if (Xml.NamespaceURI.Length == 0 && ReferenceEquals(Xml.LocalName, _names.V))
            {
                value = Xml.Value.Trim();
            }
            else if (Xml.NamespaceURI.Length == 0 && ReferenceEquals(Xml.LocalName, _names.S))
            {
                system = Xml.Value.Trim();
            }
            else if (inClaim && !(Xml.NamespaceURI.Length == 0 && ReferenceEquals(Xml.LocalName, _names.DN)))
            {
                StrangeAttribute(line);
            }
        }

        Xml.MoveToElement();
        if (inClaim)
        {
            NoContent();
        }
        else
        {
            SkipElement();
        }

        return (string.IsNullOrEmpty(value) ? null : value, string.IsNullOrEmpty(system) ? null : system);
    }

    // The amount (V) in Norwegian kroner (U), as sent; null when missing. Another currency cannot be read.
    private string? Amount(bool inClaim)
    {
        var line = Line;
        string? value = null;
        var kroner = true;
        while (Xml.MoveToNextAttribute())
        {
            if (Xml.NamespaceURI.Length == 0 && ReferenceEquals(Xml.LocalName, _names.V))
            {
                value = Xml.Value;
            }
            else if (Xml.NamespaceURI.Length == 0 && ReferenceEquals(Xml.LocalName, _names.U))
            {
                kroner = Xml.Value == "NOK";
            }
            else if (inClaim)
            {
                StrangeAttribute(line);
            }
            else if (!IsXmlMatter())
            {
                Fault(The<F18KnownNamesOnly>.Rule.Attribute(Xml.LocalName, line));
            }
        }

        Xml.MoveToElement();
        if (inClaim)
        {
            NoContent();
        }
        else
        {
            SkipElement();
        }

        return kroner ? value : "";
    }

    private long? AmountInOre(string field)
    {
        var line = Line;
        if (Amount(inClaim: true) is { } text && Ore.TryParse(text, out var ore) && Math.Abs(ore) <= Ore.Max)
        {
            return ore;
        }

        CountFault();
        ClaimForm.Reject(_claim, field, F02Structure.WrongType(field, "et beløp i kroner (NOK) med høyst to desimaler"), line);
        return null;
    }

    private void NoAttributes()
    {
        if (!Xml.HasAttributes)
        {
            return;
        }

        var line = Line;
        while (Xml.MoveToNextAttribute())
        {
            StrangeAttribute(line);
        }

        Xml.MoveToElement();
    }

    private void StrangeAttribute(long line)
    {
        if (!IsXmlMatter())
        {
            CountFault();
            _claim.AddFault(
                The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(Xml.LocalName), F18KnownNamesOnly.AttributeText(Xml.LocalName), line: line);
        }
    }

    private void NoContent()
    {
        if (Xml.IsEmptyElement)
        {
            return;
        }

        var name = Xml.LocalName;
        var depth = Xml.Depth;
        while (Next() && Xml.Depth > depth)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                SkipStranger();
            }
            else if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Reject(name, F02Structure.NotAllowedHere("Tekst"));
            }
        }
    }

    // An element inside a claim that does not belong there: unknown to the format, or known but misplaced.
    private void SkipStranger()
    {
        var name = Xml.LocalName;
        if (IsKnownName())
        {
            Reject(name, F02Structure.NotAllowedHere(name));
        }
        else
        {
            CountFault();
            _claim.AddFault(The<F18KnownNamesOnly>.Rule, F18KnownNamesOnly.Short(name), F18KnownNamesOnly.ElementText(name), line: Line);
        }

        SkipElement();
    }
}

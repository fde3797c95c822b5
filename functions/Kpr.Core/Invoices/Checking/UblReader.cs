using System.Xml;
using Kpr.Core.Invoices.Ubl;

namespace Kpr.Core.Invoices.Checking;

/// <summary>Reads a UBL document into elements. Document types, entities, and what is too deep or too large are refused.</summary>
public static class UblReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = UblLimits.MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <summary>Reads a document.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="fault">Why it cannot be read; null when it can.</param>
    /// <returns>The document; null when it cannot be read.</returns>
    public static UblInvoice? Read(Stream stream, out InvoiceFinding? fault)
    {
        fault = null;
        try
        {
            using var xml = XmlReader.Create(stream, Settings);
            var root = ReadElements(xml, ref fault);
            return root is null ? null : Judge(root, ref fault);
        }
        catch (XmlException e)
        {
            var why = e.Message.Contains("DTD", StringComparison.Ordinal) ? "dokumentet har en dokumenttype (DTD), og det er ikke tillatt"
                : e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal) ? "dokumentet er for stort"
                : "dokumentet er ikke velformet XML";
            fault = Unreadable($"{why} (linje {e.LineNumber}).");
            return null;
        }
    }

    private static UblInvoice? Judge(UblElement root, ref InvoiceFinding? fault)
    {
        if (root.Name is "Invoice" or "CreditNote")
        {
            return new UblInvoice(root);
        }

        fault = new InvoiceFinding("KPR-UBL", InvoiceSeverity.Fatal, root.Path, "Dokumentet er verken en faktura eller en kreditnota i UBL 2.1.");
        return null;
    }

    // A loop and no recursion: depth is the sender's choice.
    private static UblElement? ReadElements(XmlReader xml, ref InvoiceFinding? fault)
    {
        var (root, current, count) = ((UblElement?)null, (UblElement?)null, 0);
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    if (xml.Depth >= UblLimits.MostDepth || ++count > UblLimits.MostElements)
                    {
                        fault = Unreadable(xml.Depth >= UblLimits.MostDepth ? $"Elementene er nøstet dypere enn {UblLimits.MostDepth} nivåer." : "Dokumentet har for mange elementer.");
                        return null;
                    }

                    var empty = xml.IsEmptyElement;
                    var element = new UblElement(NameOf(xml), current);
                    current?.Add(element);
                    root ??= element;
                    while (xml.MoveToNextAttribute())
                    {
                        if (xml.NamespaceURI.Length == 0)
                        {
                            element.Add(xml.LocalName, xml.Value);
                        }
                    }

                    current = empty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current!.Value = current.Value.Trim();
                    current = current.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    // Attachments are not judged, only that they are there.
                    current!.Value = current.Name == "cbc:EmbeddedDocumentBinaryObject" ? "…" : current.Value + xml.Value;
                    break;
            }
        }

        return root;
    }

    private static string NameOf(XmlReader xml) => xml.NamespaceURI switch
    {
        UblNames.Cbc => "cbc:" + xml.LocalName,
        UblNames.Cac => "cac:" + xml.LocalName,
        UblNames.Ext => "ext:" + xml.LocalName,
        UblNames.Invoice when xml is { Depth: 0, LocalName: "Invoice" } => "Invoice",
        UblNames.CreditNote when xml is { Depth: 0, LocalName: "CreditNote" } => "CreditNote",
        _ => "other:" + xml.LocalName,
    };

    private static InvoiceFinding Unreadable(string why) => new("KPR-XML", InvoiceSeverity.Fatal, "/", char.ToUpperInvariant(why[0]) + why[1..]);
}

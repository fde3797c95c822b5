using System.Globalization;
using System.Text;
using System.Xml;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Rules;

namespace Kpr.Core.Receipts.ApplicationReceipts;

/// <summary>
/// The application receipt (applikasjonskvittering, AppRec 1.1) that the sender's system understands: status by list 8258,
/// errors by list 8221, one for each rule. It stands beside the receipt, which tells more. Holds no identity number.
/// </summary>
public static class ApplicationReceipt
{
    /// <summary>Namespace of AppRec 1.1.</summary>
    public const string Namespace = "http://www.kith.no/xmlstds/apprec/2012-02-15";

    private const string Version = "v1.1 2012-02-15";
    private const string StatusList = "8258";
    private const string RegisterName = "Kommunalt pasient- og brukerregister (KPR)";
    private const int LongestText = 300;

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>Whether a file is answered by one: its format must have it, and the answer must be final.</summary>
    public static bool IsDueFor(Receipt receipt) =>
        receipt.Status != ReceiptStatus.Held && receipt.File.Feed is { } name && Feeds.Find(name) is { } feed && feed.HasApplicationReceipt(receipt.File.Format);

    /// <summary>Writes the application receipt of a file.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="origin">What the file's only message says of itself; null when it says nothing, or when there are several.</param>
    /// <param name="id">Id of the application receipt, the same whenever it is written again.</param>
    /// <param name="herId">The register's own communication address.</param>
    public static byte[] Write(Receipt receipt, MessageOrigin? origin, Guid id, string herId)
    {
        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content, Form))
        {
            xml.WriteStartElement("AppRec", Namespace);
            WriteCode(xml, "MsgType", "APPREC", "Applikasjonskvittering");
            xml.WriteElementString("MIGversion", Namespace, Version);
            xml.WriteElementString("SoftwareName", Namespace, "KPR Functions");
            xml.WriteElementString("GenDate", Namespace, Time(receipt.CompletedAt));
            xml.WriteElementString("Id", Namespace, id.ToString());
            WriteParty(xml, "Sender", RegisterName, herId, "HER", "Identifikator fra Helsetjenesteenhetsregisteret");
            WriteReceiver(xml, receipt, origin);
            WriteStatus(xml, receipt);
            WriteErrors(xml, receipt);
            WriteOriginal(xml, receipt, origin);
            xml.WriteEndElement();
        }

        return content.ToArray();
    }

    // The municipality's number is no id of the lists that the form refers to: it is told as a local one.
    private static void WriteReceiver(XmlWriter xml, Receipt receipt, MessageOrigin? origin)
    {
        var sender = receipt.File.Sender ?? "";
        var name = Municipalities.Find(sender) is { } municipality ? $"{municipality.Name} kommune" : $"Avsender {sender}";
        if (origin?.HerId is { } herId)
        {
            WriteParty(xml, "Receiver", name, herId, "HER", "Identifikator fra Helsetjenesteenhetsregisteret");
        }
        else if ((origin?.Organisation ?? (sender.Length == 9 ? sender : null)) is { } organisation)
        {
            WriteParty(xml, "Receiver", name, organisation, "ENH", "Organisasjonsnummeret i Enhetsregisteret");
        }
        else
        {
            WriteParty(xml, "Receiver", name, sender, "LOK", "Lokal identifikator");
        }
    }

    private static void WriteStatus(XmlWriter xml, Receipt receipt)
    {
        var code = receipt.Status switch
        {
            ReceiptStatus.Accepted => "1",
            ReceiptStatus.Rejected => "2",
            _ => "3",
        };
        WriteCode(xml, "Status", code, CodeLists.Get(StatusList).Find(code)!.NorwegianName);
    }

    // One for each rule that rejects, those that reject the file first. An accepted file has none, whatever it is warned of.
    private static void WriteErrors(XmlWriter xml, Receipt receipt)
    {
        var rules = receipt.Findings.Where(finding => finding.Severity != Severity.Warning)
            .GroupBy(finding => finding.Rule, StringComparer.Ordinal)
            .Select(group => (Rule: group.Key, Severity: group.Max(finding => finding.Severity), First: group.First()))
            .OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Rule, StringComparer.Ordinal);
        foreach (var (rule, severity, first) in rules)
        {
            var error = ErrorCodes.Of(rule);
            var count = receipt.Rules.GetValueOrDefault(rule);
            var text = severity == Severity.RejectFile ? first.Message : $"{RuleCatalogue.Find(rule)?.Norwegian} ({ReceiptText.Number(count)} funn)";
            xml.WriteStartElement("Error", Namespace);
            xml.WriteAttributeString("V", error.Code);
            xml.WriteAttributeString("S", CodeLists.OidPrefix + ErrorCodes.ListNumber);
            xml.WriteAttributeString("DN", error.Name);
            xml.WriteAttributeString("OT", Clean($"{rule}: {text}"));
            xml.WriteEndElement();
        }
    }

    // A message without an id of its own is known by the name of its file.
    private static void WriteOriginal(XmlWriter xml, Receipt receipt, MessageOrigin? origin)
    {
        xml.WriteStartElement("OriginalMsgId", Namespace);
        WriteCode(xml, "MsgType", origin?.MessageType ?? "UKJENT", origin?.TypeName ?? "Ukjent meldingstype");
        xml.WriteElementString("IssueDate", Namespace, origin?.IssuedAt is { } issued ? Time(NorwegianTime.ToUtc(issued)) : Time(receipt.ReceivedAt));
        xml.WriteElementString("Id", Namespace, Clean(receipt.File.MessageId ?? receipt.File.Name));
        xml.WriteEndElement();
    }

    private static void WriteParty(XmlWriter xml, string element, string name, string id, string type, string typeName)
    {
        xml.WriteStartElement(element, Namespace);
        WriteCode(xml, "Role", element.ToUpperInvariant(), element == "Sender" ? "Avsender" : "Mottaker");
        xml.WriteStartElement("HCP", Namespace);
        xml.WriteStartElement("Inst", Namespace);
        xml.WriteElementString("Name", Namespace, name);
        xml.WriteElementString("Id", Namespace, id);
        WriteCode(xml, "TypeId", type, typeName);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCode(XmlWriter xml, string element, string code, string name)
    {
        xml.WriteStartElement(element, Namespace);
        xml.WriteAttributeString("V", code);
        xml.WriteAttributeString("DN", name);
        xml.WriteEndElement();
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // Names of files may hold what XML cannot.
    private static string Clean(string text)
    {
        var cut = text.Length <= LongestText ? text : text[..LongestText];
        return new string([.. cut.Select(c => XmlConvert.IsXmlChar(c) ? c : '_')]);
    }
}

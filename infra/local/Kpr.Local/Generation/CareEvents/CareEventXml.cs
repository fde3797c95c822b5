using System.Globalization;
using System.Xml;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.CareEvents;

/// <summary>Writes care events as XPR(ipl) 56.0.0.</summary>
internal sealed class CareEventXml
{
    private readonly XmlWriter _xml;
    private readonly CareEventEnvelopeDraft _envelope;

    /// <summary>Begins a file.</summary>
    public CareEventXml(TextWriter target, FilePlan plan, CareEventEnvelopeDraft envelope)
    {
        _envelope = envelope;
        target.Write($"<?xml version=\"1.0\" encoding=\"{plan.Declared.WebName.ToUpperInvariant()}\"?>\n");
        if (plan.HasDoctype)
        {
            target.Write($"<!DOCTYPE {envelope.Root} [<!ENTITY hei \"hei\">]>\n");
        }

        _xml = XmlWriter.Create(target, new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            WriteEndDocumentOnClose = false,
        });
        _xml.WriteStartElement(envelope.Root, envelope.Namespace);
        Attribute("versjon", envelope.Version);
        Attribute("meldingstype", envelope.MessageType);
        Attribute("leverandor", envelope.Supplier);
        Attribute("navnEPJ", "Øvesystem");
        Attribute("versjonEPJ", "7.2");
        Attribute("versjonUt", "1.4");
        Attribute("lokalident", envelope.MessageId);
        if (envelope.StrangeAttribute is { } strange)
        {
            Attribute(strange.Name, strange.Value);
        }
    }

    /// <summary>Writes a notification.</summary>
    public void Write(CareEventDraft care)
    {
        _xml.WriteStartElement("Notifikasjon", _envelope.Namespace);
        Attribute("statusNotifikasjon", care.Status);
        Attribute("notifikasjonTid", Text(care.NotifiedAt));
        Attribute("notifikasjonGUID", care.Guid.ToString());
        Attribute("notifikasjonForrigeGUID", care.PreviousGuid.ToString());
        Attribute("notifikasjonLopeNr", care.Serial.ToString(CultureInfo.InvariantCulture));
        Attribute("notifikasjonRef", care.Reference?.ToString());
        for (var i = 0; i < care.Events; i++)
        {
            WriteEvent(care);
        }

        _xml.WriteEndElement();
    }

    /// <summary>Ends the file where it stands.</summary>
    public void Cut() => _xml.Flush();

    /// <summary>Ends the file as the format says: contacts and municipality.</summary>
    public void Close()
    {
        foreach (var (name, mail, type) in _envelope.Contacts)
        {
            _xml.WriteStartElement("Kontaktperson", _envelope.Namespace);
            Attribute("kontPerson", name);
            Attribute("meldEpost1", mail);
            Attribute("typeKontaktperson", type);
            _xml.WriteEndElement();
        }

        foreach (var municipality in _envelope.Municipalities)
        {
            _xml.WriteStartElement("Kommune", _envelope.Namespace);
            Attribute("kommuneNr", municipality);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        _xml.WriteRaw("\n");
        _xml.Flush();
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private void WriteEvent(CareEventDraft care)
    {
        _xml.WriteStartElement(care.Kind.ToString(), _envelope.Namespace);
        Attribute("tjenesteType", care.ServiceType);
        Attribute("hendelseRegTid", Text(care.RegisteredAt));
        Attribute("tjenesteOrgNr", care.Organisation);
        Attribute("hendelseDato", care.Day);
        Attribute("tjenesteID", care.ServiceKey);
        Attribute("hendelseGUID", care.EventGuid.ToString());
        Attribute("midlertidigStoppID", care.PauseKey);
        _xml.WriteStartElement("Bruker", _envelope.Namespace);
        Attribute("pasientGUID", care.PatientGuid.ToString());
        Attribute("brukerNr", care.LocalNumber);
        Attribute("bydel", care.District);
        Attribute("fid", care.Identity.Number);
        Attribute("typeID", care.Identity.StrangeType ?? Code(care.Identity.Type));
        if (care.StrangeAttribute is { } strange)
        {
            Attribute(strange.Name, strange.Value);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private static string? Code(IdentityType type) =>
        type == IdentityType.None ? null : ((int)type).ToString(CultureInfo.InvariantCulture);

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, value);
        }
    }
}

using System.Globalization;
using System.Xml;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.Xpr;

/// <summary>Writes XPR 56.0.0; a module writes its own event.</summary>
/// <typeparam name="TDraft">The notifications.</typeparam>
internal abstract class XprXml<TDraft>
    where TDraft : XprDraft
{
    private readonly XmlWriter _xml;

    /// <summary>Begins a file.</summary>
    protected XprXml(TextWriter target, FilePlan plan, XprEnvelopeDraft envelope)
    {
        Envelope = envelope;
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
        Begin(envelope.Root);
        Attribute("versjon", envelope.Version);
        Attribute("meldingstype", envelope.MessageType);
        Attribute("fraDatoPeriode", envelope.Period?.From);
        Attribute("tilDatoPeriode", envelope.Period?.To);
        Attribute("uttakDato", envelope.Period?.Extracted);
        Attribute("lopenr", envelope.Serial);
        Attribute("leverandor", envelope.Supplier);
        Attribute("navnEPJ", "Øvesystem");
        Attribute("versjonEPJ", "7.2");
        Attribute("versjonUt", "1.4");
        Attribute("lokalident", envelope.MessageId);
        Attribute(envelope.StrangeAttribute);
    }

    /// <summary>What stands around the notifications.</summary>
    protected XprEnvelopeDraft Envelope { get; }

    /// <summary>Writes a notification.</summary>
    public void Write(TDraft draft)
    {
        Begin("Notifikasjon");
        Attribute("statusNotifikasjon", draft.Status);
        Attribute("notifikasjonTid", Text(draft.NotifiedAt));
        Attribute("notifikasjonGUID", draft.Guid.ToString());
        Attribute("notifikasjonForrigeGUID", draft.PreviousGuid.ToString());
        Attribute("notifikasjonLopeNr", draft.Serial.ToString(CultureInfo.InvariantCulture));
        Attribute("notifikasjonRef", draft.Reference?.ToString());
        for (var i = 0; i < draft.Events; i++)
        {
            WriteEvent(draft);
        }

        End();
    }

    /// <summary>Ends the file where it stands.</summary>
    public void Cut() => _xml.Flush();

    /// <summary>Ends the file as the format says: contacts and municipality.</summary>
    public void Close()
    {
        foreach (var (name, mail, type) in Envelope.Contacts)
        {
            Begin("Kontaktperson");
            Attribute("kontPerson", name);
            Attribute("meldEpost1", mail);
            Attribute("typeKontaktperson", type);
            End();
        }

        foreach (var municipality in Envelope.Municipalities)
        {
            Begin("Kommune");
            Attribute("kommuneNr", municipality);
            if (municipality == Envelope.Municipalities[0])
            {
                WriteUnits();
            }

            End();
        }

        End();
        _xml.WriteRaw("\n");
        _xml.Flush();
    }

    /// <summary>Writes the event with the person.</summary>
    protected abstract void WriteEvent(TDraft draft);

    /// <summary>A time as the format writes it.</summary>
    protected static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Begins an element.</summary>
    protected void Begin(string name) => _xml.WriteStartElement(name, Envelope.Namespace);

    /// <summary>Ends an element.</summary>
    protected void End() => _xml.WriteEndElement();

    /// <summary>Writes an attribute; null leaves it out.</summary>
    protected void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, value);
        }
    }

    /// <summary>Writes an attribute; null leaves it out.</summary>
    protected void Attribute((string Name, string Value)? attribute)
    {
        if (attribute is { } strange)
        {
            Attribute(strange.Name, strange.Value);
        }
    }

    /// <summary>Writes number and type of the person, and what else does not belong there.</summary>
    protected void WriteIdentity(TDraft draft)
    {
        Attribute("fid", draft.Identity.Number);
        Attribute("typeID", draft.Identity.StrangeType ?? Code(draft.Identity.Type));
        Attribute(draft.StrangeAttribute);
    }

    private static string? Code(IdentityType type) =>
        type == IdentityType.None ? null : ((int)type).ToString(CultureInfo.InvariantCulture);

    private void WriteUnits()
    {
        foreach (var (key, organisation, name) in Envelope.Units)
        {
            Begin("Enhet");
            Attribute("enhetID", key);
            Attribute("orgNr", organisation);
            Attribute("enhetNavn", name);
            End();
        }
    }
}

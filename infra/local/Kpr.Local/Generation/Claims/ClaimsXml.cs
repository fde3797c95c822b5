using System.Globalization;
using System.Xml;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.Claims;

/// <summary>Writes claims as BehandlerKrav in MsgHead.</summary>
internal sealed class ClaimsXml : IClaimWriter
{
    private const string Head = "http://www.kith.no/xmlstds/msghead/2006-05-24";
    private const string Bkm = "http://www.kith.no/xmlstds/bkm/2006-12-20";
    private const string IdentityTypes = "2.16.578.1.12.4.1.1.8116";

    private readonly XmlWriter _xml;
    private readonly bool _batch;

    /// <summary>Begins a file.</summary>
    public ClaimsXml(TextWriter target, FilePlan plan, bool batch)
    {
        _batch = batch;
        target.Write($"<?xml version=\"1.0\" encoding=\"{plan.Declared.WebName.ToUpperInvariant()}\"?>\n");
        if (plan.HasDoctype)
        {
            target.Write("<!DOCTYPE MsgHead [<!ENTITY hei \"hei\">]>\n");
        }

        _xml = XmlWriter.Create(target, new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
            WriteEndDocumentOnClose = false,
        });
        if (batch)
        {
            _xml.WriteStartElement("Meldinger");
        }
    }

    /// <inheritdoc/>
    public void Begin(ClaimMessageDraft message)
    {
        _xml.WriteStartElement(message.Root, Head);
        _xml.WriteStartElement("MsgInfo", Head);
        Coded(Head, "Type", message.Type);
        Element(Head, "MIGversion", "v1.2 2006-05-24");
        Element(Head, "GenDate", Text(message.GeneratedAt));
        Element(Head, "MsgId", message.MessageId);
        Party("Sender", "Prøvekontoret", [(message.Sender, "ENH"), ("999999", "HER")]);
        Party("Receiver", "Oppgjør", [(message.Receiver, "HER")]);
        _xml.WriteEndElement();
        _xml.WriteStartElement("Document", Head);
        _xml.WriteStartElement("RefDoc", Head);
        Coded(Head, "MsgType", "XML");
        _xml.WriteStartElement("Content", Head);
        _xml.WriteStartElement("BehandlerKrav", Bkm);
        _xml.WriteAttributeString("navnEPJ", "Øvejournal");
        _xml.WriteAttributeString("versjonEPJ", "3.1");
        if (message.StrangeName is { } strange)
        {
            Element(Bkm, strange, "Prøve");
        }
    }

    /// <inheritdoc/>
    public void Write(ClaimDraft claim)
    {
        _xml.WriteStartElement("Enkeltregning", Bkm);
        Element(Bkm, "Guid", claim.Guid);
        if (claim.Paid is { } paid)
        {
            _xml.WriteStartElement("BetaltEgenandel", Bkm);
            _xml.WriteAttributeString("erBetalt", paid ? "true" : "false");
            _xml.WriteAttributeString("korrigering", "false");
            _xml.WriteEndElement();
        }

        Element(Bkm, "Kreditering", claim.IsCredit ? "true" : null);
        Element(Bkm, "RegningNr", claim.Number);
        Element(Bkm, "DatoTid", claim.StrangeTime ?? Text(claim.Time));
        Element(Bkm, "Merknad", claim.Remark);
        Element(Bkm, claim.StrangeName, "Prøve");
        if (claim.HasPerson)
        {
            WritePatient(claim);
        }

        WriteTreatment(claim);
        _xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void End(ClaimMessageDraft message)
    {
        _xml.WriteStartElement("Krav", Bkm);
        Element(Bkm, "AntallRegninger", (message.Claims + message.CountError).ToString(CultureInfo.InvariantCulture));
        Amount("SumKravSamlet", message.Refund + message.SumError);
        for (var depth = 0; depth < 6; depth++)
        {
            _xml.WriteEndElement();
        }
    }

    /// <inheritdoc/>
    public void Cut() => _xml.Flush();

    /// <inheritdoc/>
    public void Close()
    {
        if (_batch)
        {
            _xml.WriteEndElement();
        }

        _xml.WriteRaw("\n");
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private static string Text(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private void WritePatient(ClaimDraft claim)
    {
        _xml.WriteStartElement("Patient", Bkm);
        Element(Bkm, "FamilyName", claim.Person.FamilyName);
        Element(Bkm, "GivenName", claim.Person.GivenName);
        Element(Bkm, "DateOfBirth", claim.StatedBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (claim.StatedSex is { } sex)
        {
            Coded(Bkm, "Sex", sex);
        }

        if (claim.Identity.Type != IdentityType.None)
        {
            Ident(Bkm, "Ident", claim.Identity.Number, claim.Identity.StrangeType ?? claim.Identity.Type.Letters());
        }

        _xml.WriteEndElement();
    }

    private void WriteTreatment(ClaimDraft claim)
    {
        _xml.WriteStartElement("Behandling", Bkm);
        foreach (var (system, code) in claim.Diagnoses)
        {
            _xml.WriteStartElement("Diagnose", Bkm);
            _xml.WriteAttributeString("V", code);
            _xml.WriteAttributeString("S", system);
            _xml.WriteEndElement();
        }

        if (claim.Exemption is { } exemption)
        {
            Coded(Bkm, "KodeEgenandel", exemption);
        }

        Ident(Bkm, "Behandlerident", claim.Practitioner, "HPR");
        foreach (var tariff in claim.Tariffs)
        {
            _xml.WriteStartElement("Takst", Bkm);
            Amount("Verdi", tariff.Ore);
            Element(Bkm, "Kode", tariff.Code);
            Element(Bkm, "Antall", tariff.Count?.ToString(CultureInfo.InvariantCulture));
            _xml.WriteEndElement();
        }

        _xml.WriteStartElement("SumKrav", Bkm);
        Amount("EgenandelHonorar", claim.Share);
        Amount("Refusjon", claim.Refund);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Party(string name, string organisation, (string Id, string Type)[] identities)
    {
        _xml.WriteStartElement(name, Head);
        _xml.WriteStartElement("Organisation", Head);
        Element(Head, "OrganisationName", organisation);
        foreach (var (id, type) in identities)
        {
            Ident(Head, "Ident", id, type);
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Ident(string space, string name, string? id, string type)
    {
        _xml.WriteStartElement(name, space);
        Element(space, "Id", id);
        _xml.WriteStartElement("TypeId", space);
        _xml.WriteAttributeString("V", type);
        _xml.WriteAttributeString("S", IdentityTypes);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Amount(string name, long? ore)
    {
        if (ore is { } known)
        {
            _xml.WriteStartElement(name, Bkm);
            _xml.WriteAttributeString("V", Kroner.Text(known));
            _xml.WriteAttributeString("U", "NOK");
            _xml.WriteEndElement();
        }
    }

    private void Coded(string space, string name, string value)
    {
        _xml.WriteStartElement(name, space);
        _xml.WriteAttributeString("V", value);
        _xml.WriteEndElement();
    }

    private void Element(string space, string? name, string? value)
    {
        if (name is not null && value is not null)
        {
            _xml.WriteElementString(name, space, value);
        }
    }
}

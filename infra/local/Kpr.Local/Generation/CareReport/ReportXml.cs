using System.Globalization;
using System.Xml;
using Kpr.Core.Identity;

namespace Kpr.Local.Generation.CareReport;

/// <summary>Writes a shipment of the annual report.</summary>
internal sealed class ReportXml
{
    private const int Hundredths = 100;

    private readonly XmlWriter _xml;
    private readonly string _namespace;

    /// <summary>Begins a shipment.</summary>
    public ReportXml(TextWriter target, FilePlan plan, ReportHeading heading)
    {
        _namespace = $"urn:kpr:aarsrapport:{heading.Code}";
        target.Write($"<?xml version=\"1.0\" encoding=\"{plan.Declared.WebName.ToUpperInvariant()}\"?>\n");
        _xml = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, WriteEndDocumentOnClose = false });
        Begin("Melding");
        if (!heading.IsIdentity)
        {
            Attribute("antallBrukere", Number(heading.Records));
            Attribute("antallTjenester", Number(heading.Services));
        }

        WriteHeader(heading);
        WriteHeading(heading);
    }

    /// <summary>Writes a person.</summary>
    public void Write(ReportPersonDraft person)
    {
        Begin("Person");
        Attribute("pasientGUID", person.Guid.ToString());
        Attribute("brukerNr", person.LocalNumber);
        Attribute("fid", person.Identity.Number);
        Attribute("typeID", person.Identity.StrangeType ?? (person.Identity.Type == IdentityType.None ? null : Number((int)person.Identity.Type)));
        End();
    }

    /// <summary>Writes a user.</summary>
    public void Write(ReportUserDraft user)
    {
        Begin("Bruker");
        Attribute("pasientGUID", user.Guid.ToString());
        Attribute("brukerNr", user.LocalNumber);
        Attribute("kjonn", user.Sex);
        Attribute("fodselsar", Number(user.BirthYear));
        Attribute("sivilstand", user.CivilStatus);
        Attribute("komNrHjem", user.Home);
        Attribute("bydel", user.District);
        Attribute("dodsdato", user.Died is { } died ? ReportHeading.Text(died) : null);
        Attribute("motsattSeg", user.Objects ? "1" : null);
        Begin("Boforhold");
        Attribute("husstand", user.Household);
        Attribute("boligtype", user.IsResident ? "30" : "11");
        End();
        Begin("Vurdering");
        Attribute("lege12mnd", "1");
        Attribute("tannhelse12mnd", user.IsResident ? "1" : "9");
        Attribute("ernaering", user.Nutrition);
        Attribute("individuellPlan", user.Plan);
        End();
        foreach (var (system, code) in user.Diagnoses)
        {
            Begin("Diagnose");
            Attribute("kodeverk", system);
            Attribute("kode", code);
            End();
        }

        WriteAssessment(user);
        WriteCases(user);
        user.Services.ForEach(Write);
        End();
    }

    /// <summary>Ends the file where it stands.</summary>
    public void Cut() => _xml.Flush();

    /// <summary>Ends the file as the format says.</summary>
    public void Close()
    {
        End();
        _xml.Dispose();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteHeader(ReportHeading heading)
    {
        Begin("Hode");
        Attribute("meldingstype", heading.MessageType);
        Attribute("meldingsId", heading.MessageId);
        Attribute("generertTid", $"{ReportHeading.Text(heading.ExtractedOn)}T23:15:00+01:00");
        Attribute("avsenderHerId", "90001");
        Attribute("mottakerHerId", heading.Recipient);
        Attribute("avsenderOrgNr", heading.Organisation);
        End();
    }

    private void WriteHeading(ReportHeading heading)
    {
        Begin("Ident");
        Attribute("versjon", heading.Version);
        Attribute("kommuneNr", heading.Municipality);
        Attribute("fraDatoPeriode", $"{heading.Year}-01-01");
        Attribute("tilDatoPeriode", $"{heading.Year}-12-31");
        Attribute("uttakDato", ReportHeading.Text(heading.ExtractedOn));
        Attribute("lopenr", Number(heading.Serial));
        Attribute("leverandor", "Øvelse AS");
        Attribute("navnEPJ", "Øvesystem");
        Attribute("versjonEPJ", "7.2");
        Attribute("versjonUt", "1.4");
        Attribute("nullrapport", heading.Records == 0 ? "1" : null);
        Attribute("antallPersoner", heading.IsIdentity ? Number(heading.Records) : null);
        End();
        foreach (var type in heading.IsIdentity ? [] : heading.Contacts)
        {
            Begin("Kontaktperson");
            Attribute("kontPerson", "Postmottak");
            Attribute("meldEpost1", "post@kommune.example");
            Attribute("typeKontaktperson", type);
            End();
        }
    }

    private void WriteAssessment(ReportUserDraft user)
    {
        Begin("Kartlegging");
        Attribute("dato", ReportHeading.Text(user.AssessedOn));
        for (var variable = 1; variable < user.Scores.Length; variable++)
        {
            if (user.Scores[variable] is { } score)
            {
                Begin("Funksjon");
                Attribute("variabel", Number(variable));
                Attribute("skar", score);
                End();
            }
        }

        End();
    }

    private void WriteCases(ReportUserDraft user)
    {
        foreach (var (key, applied, decided, outcome, type) in user.Cases)
        {
            Begin("Sak");
            Attribute("sakID", key);
            Attribute("hendelse", "1");
            Attribute("dato", ReportHeading.Text(applied));
            End();
            Begin("Sak");
            Attribute("sakID", key);
            Attribute("hendelse", "2");
            Attribute("dato", ReportHeading.Text(decided));
            Attribute("utfall", outcome);
            Attribute("tjenesteType", type);
            End();
        }
    }

    private void Write(ReportService service)
    {
        Begin("Tjeneste");
        Attribute("tjenesteID", service.Key);
        Attribute("sakID", service.Case);
        Attribute("tjenesteType", service.Type);
        Attribute("startDato", service.Start is { } start ? ReportHeading.Text(start) : null);
        Attribute("sluttDato", service.Stop is { } stop ? ReportHeading.Text(stop) : null);
        Attribute("timerPerUke", service.Hours is { } hours ? string.Create(CultureInfo.InvariantCulture, $"{hours / Hundredths}.{hours % Hundredths:00}") : null);
        Attribute("tjenesteOrgNr", service.Organisation);
        End();
    }

    private void Begin(string name) => _xml.WriteStartElement(name, _namespace);

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, value);
        }
    }

    private void End() => _xml.WriteEndElement();
}

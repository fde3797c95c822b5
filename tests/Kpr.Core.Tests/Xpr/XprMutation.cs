using System.Xml.Linq;
using Kpr.Core.Tests.CareEvents;
using Kpr.Core.Tests.SchoolHealth;

namespace Kpr.Core.Tests.Xpr;

/// <summary>Breaks XPR documents in ways that a schema may mind or not, by a seeded sequence.</summary>
internal sealed class XprMutation(Random random, XprModule module)
{
    private static readonly string[] Elsewhere =
        ["fraDatoPeriode", "kommuneOrgNr", "notifikasjonRef", "kjonn", "fodselsar", "komNrHjem", "nace", "isfRefusjon", "midlertidigStoppID", "ukjent", "Fid"];

    private readonly XNamespace _own = module.Namespace;
    private readonly string[] _elements = [.. Valid(module).Descendants().Select(element => element.Name.LocalName).Distinct(), "Ukjent"];
    private readonly string[] _attributes =
        [.. Valid(module).Descendants().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName).Union(Elsewhere)];

    private static readonly string[] Values =
    [
        "", " ", "a", "K", "k", "N", "56.0.0", "56.0.0 ", "56.0.1", "0", "1", "æøå", "123456", "1234567", new('x', 100), new('x', 101),
        "2026-02-28", " 2026-02-28\t", "\n2026-02-28", "\u00A02026-02-28", "2026-02-28Z", "2026-02-28+01:00", "2026-02-28-14:00", "2026-02-28+14:01",
        "2026-02-28+1:00", "2026-02-28z", "2024-02-29", "2023-02-29", "2000-02-29", "2100-02-29", "2026-02-30", "2026-13-01", "2026-00-10",
        "2026-2-8", "20260228", "26-02-28", "12026-02-28", "-2026-02-28", "0000-01-01", "1899-12-31", "3000-01-01", "+2026-02-28",
        "2026-02-28T10:00:00", " 2026-02-28T10:00:00\n", "2026-02-28T10:00:00Z", "2026-02-28T10:00:00+01:00", "2026-02-28T10:00:00.5",
        "2026-02-28T10:00:00.", "2026-02-28T10:00:00.123456789Z", "2026-02-28T24:00:00", "2026-02-28T24:00:00.0", "2026-02-28T24:00:01",
        "2026-02-28T24:00:00.1", "2026-02-28T23:59:60", "2026-02-28T25:00:00", "2026-02-28T10:60:00", "2026-02-28T10:00", "2026-02-28 10:00:00",
        "2026-02-28t10:00:00", "2026-02-28T1:00:00", "2026-02-28T10:00:00+15:00", "2026-02-28T10:00:00-00:00", "2026-02-28T10:00:00+0100",
        "1899-12-31T10:00:00", "3000-01-01T10:00:00", "2026-02-29T10:00:00", "2026-02-28T10:00:00 Z",
        "00000001-0000-4000-8000-00000000abcd", "{00000001-0000-4000-8000-00000000ABCD}", "{00000001-0000-4000-8000-00000000abcd",
        "(00000001-0000-4000-8000-00000000abcd)", "00000001000040008000000000000001", "0000001-0000-4000-8000-00000000abcd",
        "0x000001-0000-4000-8000-00000000abcd", "+0000001-0000-4000-8000-00000000abcd", " 00000001-0000-4000-8000-00000000abcd",
        "00000001-0000-4000-8000-00000000abcd ", "0000000g-0000-4000-8000-00000000abcd", "00000000-0000-0000-0000-000000000000",
        "{0x00000001,0x0000,0x4000,{0x80,0x00}}", "0000000１-0000-4000-8000-00000000abcd", "-1", "+1", " 7\n", "01", "-0", "1.0", "1e3", "１", "99999999999999999999", new('9', 19), "2A", "28",
    ];

    /// <summary>A valid document with every element and every attribute of the module.</summary>
    public static XDocument Valid(XprModule module)
    {
        XprDocument document = module.Short == "ipl" ? ValidCare() : ValidSchool();
        document.Root = document.Root.Replace(" leverandor", " lokalident=\"melding 1\" leverandor", StringComparison.Ordinal);
        return XDocument.Parse(document.ToString());
    }

    private static CareEventDocument ValidCare()
    {
        var document = new CareEventDocument();
        string[] kinds = ["TjenesteStart", "MidlertidigStoppFra", "MidlertidigStoppTil", "TjenesteutforerEndret", "TjenesteSlutt"];
        foreach (var kind in kinds)
        {
            var pause = kind.StartsWith("Midlertidig", StringComparison.Ordinal) ? " midlertidigStoppID=\"P1\"" : "";
            document.Add(text => text.Replace("TjenesteStart", kind, StringComparison.Ordinal)
                .Replace(" tjenesteID=", $"{pause} tjenesteOrgNr=\"974760673\" tjenesteID=", StringComparison.Ordinal)
                .Replace(" fid=", " bydel=\"030101\" fid=", StringComparison.Ordinal));
        }

        return document;
    }

    private static XprDocument ValidSchool() => new SchoolHealthDocument
    {
        Municipality = "<Kommune kommuneNr=\"0301\" kommuneOrgNr=\"974760673\"><Enhet enhetID=\"HS1\" orgNr=\"974760673\" reshID=\"123\" enhetLokal=\"1\" enhetNavn=\"Helsestasjonen\"/><Enhet enhetID=\"HS2\"/></Kommune>",
    }.Add().Add(text => text
        .Replace(" konsultasjonID", $" episodeGUID=\"{XprDocument.Id(3)}\" konsultasjonID", StringComparison.Ordinal)
        .Replace("polUtforende=\"28\"", "polUtforende=\"1\" spesialist=\"2\" rolle=\"1\"", StringComparison.Ordinal)
        .Replace("typeMaling=\"Vekt\"", "typeMaling=\"Vekt\" malingKodeverk=\"x\" typeMalingKodet=\"CGAS\"", StringComparison.Ordinal)
        .Replace("</Maling>", "<Maleresultat maleresultatNr=\"2\" verdi=\"12\"/></Maling>", StringComparison.Ordinal)).Add();

    /// <summary>Breaks the document once.</summary>
    /// <returns>What was done, for the message of a failing test.</returns>
    public string Apply(XDocument document)
    {
        var element = Pick(document.Descendants().ToList());
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var name = element.Name.LocalName;
        switch (random.Next(16))
        {
            case 0 when attributes.Count > 0:
                var dropped = Pick(attributes);
                dropped.Remove();
                return $"drop {name}/@{dropped.Name}";
            case >= 1 and <= 5 when attributes.Count > 0:
                var changed = Pick(attributes);
                changed.Value = Pick(Values);
                return $"{name}/@{changed.Name} = '{changed.Value}'";
            case 6:
                element.SetAttributeValue(Pick(_attributes), "1");
                return $"{name} gets an attribute";
            case 7:
                element.SetAttributeValue(Pick<XName>([XNamespace.Xml + "lang", XNamespace.Xml + "base", _own + "fid", "{urn:x}y",
                    "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"]), "preserve");
                return $"{name} gets an attribute of a namespace";
            case 8 when element.Parent is not null:
                element.Remove();
                return $"remove {name}";
            case 9 when element.Parent is not null:
                element.AddAfterSelf(new XElement(element));
                return $"repeat {name}";
            case 10:
                element.Name = (random.Next(4) == 0 && element.Parent is not null ? XNamespace.None : _own) + Pick(_elements);
                return $"rename {name} to {element.Name}";
            case 11:
                element.Add(new XElement(_own + Pick(_elements)));
                return $"{name} gets an element";
            case 12:
                element.AddFirst(Pick<XNode>([new XText("tekst"), new XCData(" x "), new XComment("x"), new XProcessingInstruction("x", "y"), new XText(" \n ")]));
                return $"{name} gets a node";
            case 13 when element.ElementsAfterSelf().FirstOrDefault() is { } next:
                next.Remove();
                element.AddBeforeSelf(next);
                return $"swap {name} and {next.Name.LocalName}";
            case 14 when element.Parent is not null:
                element.Remove();
                Pick(document.Descendants().ToList()).Add(element);
                return $"move {name}";
            default:
                return "nothing";
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}

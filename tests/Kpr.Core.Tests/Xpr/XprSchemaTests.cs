using System.Text;
using System.Xml.Linq;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Xpr;

/// <summary>
/// The reader judges structure itself, while it streams. Here the framework's schema validator is asked the same of
/// many broken documents; where the two disagree, the reason stands in <see cref="Known"/> and in docs/adr/0004 and 0014.
/// </summary>
public sealed class XprSchemaTests
{
    private const int Seed = 560;
    private const int Documents = 3_000;

    public static TheoryData<string> Feeds => [.. XprModule.Feeds];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_document_is_without_findings_of_structure_just_when_the_schema_takes_it(string feed)
    {
        var module = XprModule.Of(feed);
        if (XprSchema.TryLoad(module) is not { } schema)
        {
            return;
        }

        Assert.Null(schema.Fault(XprMutation.Valid(module).ToString()));
        var random = new Random(Seed);
        var mutation = new XprMutation(random, module);
        var (valid, known) = (0, 0);
        var disagreements = new List<string>();
        for (var i = 0; i < Documents; i++)
        {
            var document = XprMutation.Valid(module);
            var steps = Enumerable.Range(0, random.Next(1, 4)).Select(_ => mutation.Apply(document)).ToList();
            var text = document.ToString(SaveOptions.DisableFormatting);
            var fault = schema.Fault(text);
            var findings = XprDocument.JudgeFile(module, Encoding.UTF8.GetBytes(text)).Findings.Where(IsOfStructure).ToList();
            valid += fault is null ? 1 : 0;
            if (fault is null == (findings.Count == 0))
            {
                continue;
            }

            known++;
            if (!Known(document, findings, fault))
            {
                disagreements.Add($"Seed {Seed}, document {i}: {string.Join("; ", steps)}\n  schema: {fault ?? "valid"}\n  reader: "
                    + string.Join(", ", findings.Select(finding => $"{finding.Rule} {finding.Field}: {finding.Message}")));
            }
        }

        Assert.True(disagreements.Count == 0, string.Join('\n', disagreements.Take(10)));

        // Enough of both kinds for the test to mean something, and the two mostly of one mind.
        Assert.InRange(valid, Documents / 10, Documents * 9 / 10);
        Assert.InRange(known, 1, Documents / 5);
    }

    private static bool IsOfStructure(Finding finding) => finding.Rule switch
    {
        "F01" or "F02" or "F03" or "F04" or "F18" or "I01" or "E10" => true,
        "E01" or "E02" => true,
        "I02" => finding.Severity == Severity.RejectFile,
        "F09" => finding.Message.Contains("mangler", StringComparison.Ordinal),
        "F10" => true,
        "F20" => finding.Field is "kontPerson" or "meldEpost1",
        "F21" => true,
        _ => false,
    };

    private static bool Known(XDocument document, List<Finding> findings, string? schemaFault) => schemaFault is null
        ? findings.All(finding => IsStricterOnPurpose(document, finding))
        : IsMilderOnPurpose(document);

    // What the schema does not take and the register does, or judges elsewhere.
    private static bool IsMilderOnPurpose(XDocument document) =>
        // A notification sent again with the same content is counted as a duplicate (E13).
        Values(document, "notifikasjonGUID").GroupBy(value => value).Any(group => group.Count() > 1)
        // White space in an element without content: <Bruker …> </Bruker>.
        || document.Descendants().Any(element => !element.HasElements && element.Value.Length > 0 && string.IsNullOrWhiteSpace(element.Value))
        // 24:00:00 is the end of the day in XML Schema; the framework's validator does not know it.
        || document.Descendants().Attributes().Any(attribute => attribute.Value.Contains("T24:00:00", StringComparison.Ordinal));

    // What the schema takes and the register does not.
    private static bool IsStricterOnPurpose(XDocument document, Finding finding) => finding switch
    {
        // The schema takes any global element as root.
        { Rule: "F02", Message: "Rotelementet er ikke Melding (T02)." } => true,
        // The module hst fixes no type of message; the list has three.
        { Rule: "F04" } => document.Root!.Name.NamespaceName.EndsWith("_hst", StringComparison.Ordinal) && Values(document, "meldingstype").Any(),
        // Dates outside 1900–2999: the register's attribute rules. In XML Schema zones end at 14:00 and a no-break space
        // is no white space; the framework's validator is milder there.
        {
            Rule: "F02", Field: "hendelseDato" or "hendelseRegTid" or "notifikasjonTid" or "datoTidStart" or "konsultasjonRegistrertTidspunkt"
            or "malingDatoTid" or "fraDatoPeriode" or "tilDatoPeriode" or "uttakDato"
        } =>
            Values(document, finding.Field!).Any(value => value.Trim() is ['1', '8', ..] or ['3', ..] or ['0', ..] or ['-', ..] or ['1', '2', '0', ..] || value.Contains('\u00A0') || value.EndsWith('z') || value.EndsWith("+14:01", StringComparison.Ordinal) || value.EndsWith("+15:00", StringComparison.Ordinal)),
        // Codes outside their lists, too long texts and references to no unit: the register drops or blanks them.
        { Rule: "F02", Severity: Severity.Warning } => finding.Field is "formKonsultasjon" or "anbefaltTypeKonsultasjon" or "amming" or "deltakerType"
            or "polUtforende" or "spesialist" or "rolle" or "typeMaling" or "malingKodeverk" or "typeMalingKodet" or "maleresultatNr" or "verdi"
            or "enhet" or "enhetID" or "typeEnhet" or "reshID" or "enhetLokal",
        // Empty keys tie nothing together, and brukerNr has at most 100 characters: the register's attribute rules.
        { Rule: "F02" or "I01" or "I02" or "E10", Field: "brukerNr" or "barn_ungdomNr" or "konsultasjonID" or "anbefaltTypeKonsultasjon" or "tjenesteID" or "midlertidigStoppID" or "fid" or "typeID" or "tjenesteOrgNr" } =>
            Values(document, finding.Field!).Any(value => value.Length is 0 or > 100),
        // The empty GUID stands for "no notification".
        { Rule: "E02" } => Values(document, "notifikasjonGUID").Any(value => value == Guid.Empty.ToString()),
        // Exactly one event, one municipality; names, e-mail addresses and types of contacts.
        { Rule: "E01" or "F10" or "F20" or "F21" } => true,
        _ => false,
    };

    private static IEnumerable<string> Values(XDocument document, string attribute) =>
        document.Descendants().Attributes(attribute).Select(found => found.Value);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Local.Referencing;

/// <summary>Tells what a folder of reference data holds, or everything that is wrong with it.</summary>
/// <param name="output">Where it is told.</param>
/// <param name="json">Whether it is told as one JSON object.</param>
internal sealed class ReferenceReport(CommandOutput output, bool json)
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    public void Write(ReferenceReading reading)
    {
        if (json)
        {
            output.Out.WriteLine(JsonSerializer.Serialize(AsJson(reading), CamelCase));
        }
        else if (reading.Set is { } set)
        {
            output.Out.Write(AsText(set));
        }
        else
        {
            WriteFaults(output.Out, reading.Faults);
        }
    }

    /// <summary>Writes faults, one a line.</summary>
    public static void WriteFaults(TextWriter target, IReadOnlyList<ReferenceFault> faults)
    {
        foreach (var fault in faults)
        {
            target.WriteLine(fault.ToString());
        }

        target.WriteLine(faults.Count == 1 ? "1 feil. Settet kan ikke brukes." : $"{faults.Count} feil. Settet kan ikke brukes.");
    }

    private static object AsJson(ReferenceReading reading) => reading.Set is { } set
        ? new
        {
            version = set.Version.Id,
            label = set.Version.Label,
            validFrom = set.Version.ValidFrom,
            tables = Counts(set).ToDictionary(count => count.Table, count => count.Rows, StringComparer.Ordinal),
            faults = reading.Faults,
        }
        : new { version = (string?)null, faults = reading.Faults };

    private static string AsText(ReferenceData set)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Settet holder: {set.Version.Label}, gjelder fra {set.Version.ValidFrom:yyyy-MM-dd}, versjon {set.Version.Id}\n");
        foreach (var (table, rows) in Counts(set))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {table,-24} {(rows is { } count ? count.ToString(CultureInfo.InvariantCulture) : "ikke lastet")}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Table, int? Rows)> Counts(ReferenceData set) =>
    [
        (ReferenceTables.Municipalities.File, set.Municipalities.All.Count),
        (ReferenceTables.SpecialHomeCodes.File, set.SpecialHomeCodes.All.Count),
        (ReferenceTables.Districts.File, set.Districts.All.Count),
        (ReferenceTables.CodeLists.File, set.CodeLists.All.Sum(list => list.Entries.Count)),
        (ReferenceTables.ServiceTypes.File, set.ServiceTypes.All.Count),
        (ReferenceTables.PracticeTypes.File, set.PracticeTypes.All.Count),
        (ReferenceTables.Senders.File, set.Senders?.Count),
        (ReferenceTables.Icpc2.File, set.Icpc2?.Count),
        (ReferenceTables.Icd10.File, set.Icd10?.Count),
        (ReferenceTables.Tariffs.File, set.Tariffs?.Count),
    ];
}

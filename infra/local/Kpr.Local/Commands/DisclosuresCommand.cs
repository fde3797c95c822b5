using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Kpr.Core.Catalogue;
using Kpr.Functions.Extracts;
using Kpr.Functions.Extracts.Http;
using Kpr.Functions.Register;

namespace Kpr.Local.Commands;

/// <summary><c>kpr register disclosures</c>: the disclosure ledger of a year.</summary>
internal static class DisclosuresCommand
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandOutput output)
    {
        var year = new Option<int?>("--year") { HelpName = "YEAR", Description = "Året (UTC). Ellers dette." };
        var (state, json) = (StateOption.Create(), new Option<bool>("--json") { Description = "Ett JSON-objekt for hver utlevering." });
        var command = new Command("disclosures", "Utleveringsoversikten: hvem som har fått data, med hvilken rett, og når. 1 når kjeden er brutt.") { year, state, json };
        command.SetAction((parsed, cancellation) => StateOption.WithAsync(
            parsed.GetRequiredValue(state), output,
            async data =>
            {
                var chain = Disclosure.ChainOf(parsed.GetValue(year) ?? TimeProvider.System.GetUtcNow().Year);
                IReadOnlyList<AuditLine> lines;
                try
                {
                    lines = await data.Get<AuditLog>().ReadAsync(chain, cancellation);
                }
                catch (InvalidOperationException e)
                {
                    await output.Error.WriteLineAsync(e.Message);
                    return ExitCode.JudgedBad;
                }

                foreach (var row in lines.Where(line => line.Action == Disclosure.Action).Select(Disclosures.Row))
                {
                    await output.Out.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(row, CamelCase) : Text(row));
                }

                return ExitCode.Good;
            },
            cancellation));
        return command;
    }

    private static string Text(DisclosureRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{NorwegianTime.DateAt(new DateTimeOffset(row.At, TimeSpan.Zero)):yyyy-MM-dd}  til {row.Recipient}  sak {row.What.Case} {row.What.Order}  {string.Join(' ', row.What.Datasets)} {row.What.From:yyyy-MM-dd}–{row.What.To:yyyy-MM-dd}: {row.What.Persons} personer, {row.What.Rows} rader; {row.What.LegalBasis}");
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>
/// A table of a case: ordered by the register's staff, read by the applicant from its release on, and shown as it was given out with what its audit says. Good only if something had to be
/// hidden, and no hidden number can be computed.
/// </summary>
/// <param name="http">The system.</param>
/// <param name="applicant">Who applied.</param>
/// <param name="who">The case and its applicant, as people are told of them.</param>
/// <param name="folder">Where it is laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoTable(DemoHttp http, Actor applicant, string who, string folder, CommandOutput output) : ICaseOutcome
{
    private const int ColumnWidth = 16;
    private const string Title = "Kontakter etter alder og bostedskommune";

    private string? _id;
    private JsonNode? _audit;
    private string? _received;

    /// <inheritdoc/>
    public async Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation)
    {
        switch (step.Do)
        {
            case "finish-extraction":
                _id = await OrderAsync(caseId, step.As!, cancellation);
                _audit = JsonNode.Parse(await TextAsync("audit.json", step.As!, cancellation))!;
                return step.Telling("reference", _id).Telling("rows", (long)_audit["cells"]!);
            case "release-order":
                return step.Telling("delivery", $"/api/tables/{_id}");
            case "confirm-receipt":
                await FetchAsync(cancellation);
                return step;
            default:
                return step;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> ShowAsync()
    {
        if (_received is null || _audit is null)
        {
            return false;
        }

        await output.Out.WriteLineAsync($"{who} fikk tabellen da den var frigitt. {Title} (fylker har to sifre), slik de kan gis ut (: er skjult):");
        await WriteAsync([.. _received.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';'))]);
        var isSafe = await WriteAuditAsync(_audit);
        await output.Out.WriteLineAsync($"Søkeren får tabellen, men ikke kontrollen av den. Filene ligger i {Path.GetRelativePath(Directory.GetCurrentDirectory(), folder)}");
        return isSafe;
    }

    private async Task<string> OrderAsync(string caseId, Actor staff, CancellationToken cancellation)
    {
        var asked = await AskedVariables.ReadAsync(http, caseId, staff, cancellation);
        var order = $$"""
            {
              "title": "{{Title}}", "case": "{{caseId}}", "dataset": "claims", "measure": "contacts", "from": "{{asked.From}}", "to": "{{asked.To}}",
              "rows": [{ "variable": "fodselsaar", "form": "age-10" }], "columns": [{ "variable": "bostedKommuneNr" }]
            }
            """;
        var id = (string)(await http.SendAsync(HttpMethod.Post, "api/tables", staff, DemoHttp.Json(order), cancellation))["id"]!;
        var made = await http.UntilAsync($"api/tables/{id}", staff, table => (string?)table["status"] is "done" or "refused", cancellation);
        return (string?)made["status"] == "done" ? id : throw new TimeoutException($"Tabellen ble ikke ferdig: {made.ToJsonString()}");
    }

    private async Task FetchAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var files = (await http.SendAsync(HttpMethod.Get, $"api/tables/{_id}", applicant, null, cancellation))["files"]!.AsArray();
        foreach (var name in files.Select(file => (string)file!))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), await http.BytesAsync($"api/tables/{_id}/{name}", applicant, cancellation), cancellation);
        }

        _received = await TextAsync("table.csv", applicant, cancellation);
    }

    // Ages down the side; only the municipalities and ages that anybody is in, for the sake of the eye.
    private async Task WriteAsync(List<string[]> cells)
    {
        var columns = cells.Select(cell => cell[1]).Distinct(StringComparer.Ordinal).Where(column => cells.Exists(cell => cell[1] == column && cell[2] != "0")).ToList();
        await output.Out.WriteLineAsync(string.Concat(columns.Prepend("").Select(Padded)).TrimEnd());
        foreach (var row in cells.GroupBy(cell => cell[0]).Where(row => row.Any(cell => cell[2] != "0")))
        {
            await output.Out.WriteLineAsync(string.Concat(columns.Select(column => row.First(cell => cell[1] == column)[2]).Prepend(row.Key).Select(Padded)).TrimEnd());
        }

        static string Padded(string text) => (text.Length < ColumnWidth ? text : text[..(ColumnWidth - 1)]).PadRight(ColumnWidth);
    }

    private async Task<bool> WriteAuditAsync(JsonNode audit)
    {
        var width = (long)audit["width"]!;
        var hidden = audit["hidden"]!.AsArray().Select(cell => cell!).ToList();
        var narrow = hidden.Count(cell => (long)cell["upper"]! - (long)cell["lower"]! < width || (long)cell["witnessWidth"]! < width);
        await output.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Kontroll: {(int)audit["cells"]!} celler, {hidden.Count} skjult ({(int)audit["primary"]!} for små tall, {(int)audit["secondary"]!} for deres skyld), {narrow} kan regnes ut nærmere enn {width}."));
        foreach (var cell in hidden.OrderByDescending(cell => (bool)cell["primary"]!).Take(3))
        {
            var key = string.Join(", ", cell["key"]!.AsObject().Select(code => (string)code.Value!));
            await output.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {key}: mellom {(long)cell["lower"]!} og {(long)cell["upper"]!} er alt en utenforstående kan vite"));
        }

        return hidden.Count > 0 && narrow == 0;
    }

    private async Task<string> TextAsync(string file, Actor by, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await http.BytesAsync($"api/tables/{_id}/{file}", by, cancellation)).TrimStart('\uFEFF');
}

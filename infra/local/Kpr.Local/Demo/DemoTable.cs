using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;

namespace Kpr.Local.Demo;

/// <summary>A table over the register, ordered over HTTP as its staff do, and shown as it may be published, with what its audit says.</summary>
/// <param name="http">The system.</param>
/// <param name="issuer">The local issuer of tokens.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoTable(HttpClient http, LocalIssuer issuer, CommandOutput output)
{
    private const int ColumnWidth = 16;

    private static readonly Actor Staff = new(Role.Register, "demo-register", null, "kpr");
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Orders, waits, and shows.</summary>
    /// <returns>Whether the table could be had, and every hidden number is wide enough.</returns>
    public async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        var order = string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "title": "Kontakter etter alder og kjønn", "dataset": "claims", "rows": [{ "variable": "fodselsaar", "form": "age-10" }],
              "columns": [{ "variable": "kjonn" }], "measure": "contacts", "from": "{{year - 10}}-01-01", "to": "{{year}}-12-31"
            }
            """);
        using var ordered = await SendAsync(HttpMethod.Post, "api/tables", order, cancellation);
        using var answer = JsonDocument.Parse(await ordered.Content.ReadAsStringAsync(cancellation));
        var id = answer.RootElement.GetProperty("id").GetString()!;
        if (await StatusAsync(id, cancellation) is not "done" and var status)
        {
            await output.Error.WriteLineAsync($"Tabellen ble ikke ferdig: {status}");
            return false;
        }

        var csv = await TextAsync($"api/tables/{id}/table.csv", cancellation);
        Write(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')).ToList());
        using var audit = JsonDocument.Parse(await TextAsync($"api/tables/{id}/audit.json", cancellation));
        return Write(audit.RootElement);
    }

    private async Task<string> StatusAsync(string id, CancellationToken cancellation)
    {
        var status = "";
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Pause)
        {
            using var state = JsonDocument.Parse(await TextAsync($"api/tables/{id}", cancellation));
            status = state.RootElement.GetProperty("status").GetString()!;
            if (status is "done" or "refused")
            {
                break;
            }

            await Task.Delay(Pause, cancellation);
        }

        return status;
    }

    // Ages down the side; only those that anybody is in, for the sake of the eye.
    private void Write(List<string[]> cells)
    {
        var columns = cells.Select(cell => cell[1]).Distinct(StringComparer.Ordinal).Where(column => cells.Exists(cell => cell[1] == column && cell[2] != "0")).ToList();
        output.Out.WriteLine();
        output.Out.WriteLine("Kontakter etter alder og kjønn, slik de kan gis ut (: er skjult):");
        output.Out.WriteLine(string.Concat(columns.Prepend("").Select(column => column.PadRight(ColumnWidth))).TrimEnd());
        foreach (var row in cells.GroupBy(cell => cell[0]).Where(row => row.Any(cell => cell[2] != "0")))
        {
            output.Out.WriteLine(string.Concat(columns.Select(column => row.First(cell => cell[1] == column)[2]).Prepend(row.Key).Select(text => text.PadRight(ColumnWidth))).TrimEnd());
        }
    }

    private bool Write(JsonElement audit)
    {
        var width = audit.GetProperty("width").GetInt64();
        var hidden = audit.GetProperty("hidden").EnumerateArray().ToList();
        var narrow = hidden.Count(cell => cell.GetProperty("upper").GetInt64() - cell.GetProperty("lower").GetInt64() < width || cell.GetProperty("witnessWidth").GetInt64() < width);
        output.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Kontroll: {audit.GetProperty("cells").GetInt32()} celler, {hidden.Count} skjult ({audit.GetProperty("primary").GetInt32()} for små tall, {audit.GetProperty("secondary").GetInt32()} for deres skyld), {narrow} kan regnes ut nærmere enn {width}."));
        foreach (var cell in hidden.Take(3))
        {
            var key = string.Join(", ", cell.GetProperty("key").EnumerateObject().Select(code => code.Value.GetString()));
            output.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {key}: mellom {cell.GetProperty("lower").GetInt64()} og {cell.GetProperty("upper").GetInt64()} er alt en utenforstående kan vite"));
        }

        return narrow == 0;
    }

    private async Task<string> TextAsync(string address, CancellationToken cancellation)
    {
        using var response = await SendAsync(HttpMethod.Get, address, null, cancellation);
        return (await response.Content.ReadAsStringAsync(cancellation)).TrimStart('\uFEFF');
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Mint(Staff, TimeProvider.System.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "demo");
        var response = await http.SendAsync(request, cancellation);
        return response.EnsureSuccessStatusCode();
    }
}

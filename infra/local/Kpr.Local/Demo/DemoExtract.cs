using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Local.Playing;

namespace Kpr.Local.Demo;

/// <summary>
/// An extract of a case as its parties meet it: ordered by one of the register's staff, released by another, fetched by the applicant and opened with a key that nobody else has. The
/// system itself tells the case that it is made. Good only if the delivery is what its signed manifest says.
/// </summary>
/// <param name="http">The system.</param>
/// <param name="recipient">Who fetches it: the applicant, or where data are linked the linker.</param>
/// <param name="who">The case and its applicant, as people are told of them.</param>
/// <param name="clock">The system's clock: the certificate is of its time.</param>
/// <param name="folder">Where the delivery is laid out.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoExtract(DemoHttp http, Actor recipient, string who, TimeProvider clock, string folder, CommandOutput output) : ICaseOutcome, IDisposable
{
    private const string Reason = """{ "reason": "Syntetiske personer: ingen kan kjennes igjen." }""";

    private string? _id;
    private (Actor Ordered, Actor Released) _staff;
    private JsonNode? _figures;
    private OpenedDelivery? _delivery;

    /// <summary>The recipient's key; made with the release where there is none before.</summary>
    public KeyedParty? Recipient { get; set; }

    /// <inheritdoc/>
    public async Task<PlayStep?> DoAsync(string caseId, PlayStep step, CancellationToken cancellation)
    {
        switch (step.Do)
        {
            case "finish-extraction":
                await MakeAsync(caseId, step.With, cancellation);
                return null;
            case "release-order" or "send-to-linker":
                await ReleaseAsync(caseId, step.As!, cancellation);
                return null;
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
        if (_delivery is null || _figures is null)
        {
            return false;
        }

        await output.Out.WriteLineAsync($"{who} fikk et uttrekk, bestilt av {_staff.Ordered.Subject} og frigitt av {_staff.Released.Subject}, og åpnet det med en nøkkel som ingen andre har:");
        await WriteFiguresAsync(_figures);
        await _delivery.WriteAsync(output.Out);
        return _delivery.IsGood;
    }

    /// <summary>The recipient fetches it.</summary>
    /// <returns>Whether it is what its signed manifest says.</returns>
    public async Task<bool> FetchAsync(CancellationToken cancellation)
    {
        _delivery = await OpenedDelivery.FetchAsync(http, Recipient!, _id!, folder, cancellation);
        return _delivery.IsGood;
    }

    /// <inheritdoc/>
    public void Dispose() => Recipient?.Dispose();

    // Ordered by whoever the command names; the system gives the command when the extract is made.
    private async Task MakeAsync(string caseId, JsonElement with, CancellationToken cancellation)
    {
        _staff.Ordered = PlayParties.Read(with.GetProperty("orderedBy").GetString()!)!;
        var order = with.GetProperty("order").GetString()!;
        _id = await OrderAsync(caseId, order, cancellation);
        _figures = await UntilAsync("prepared", _staff.Ordered, cancellation);
        await http.UntilAsync(
            $"api/cases/{caseId}", _staff.Ordered,
            seen => seen["orders"]!.AsArray().Any(one => (string?)one!["id"] == order && (string?)one["state"] == "quality-check"), cancellation);
    }

    // All that the application asks for, and no finer.
    private async Task<string> OrderAsync(string caseId, string order, CancellationToken cancellation)
    {
        var asked = await AskedVariables.ReadAsync(http, caseId, _staff.Ordered, cancellation);
        var datasets = asked.Variables.GroupBy(variable => variable.Dataset, StringComparer.Ordinal).Select(dataset => new JsonObject
        {
            ["dataset"] = dataset.Key,
            ["from"] = asked.From,
            ["to"] = asked.To,
            ["variables"] = new JsonArray([.. dataset.Select(variable => new JsonObject { ["variable"] = variable.Name, ["form"] = variable.Form })]),
        });
        var text = new JsonObject { ["case"] = caseId, ["order"] = order, ["datasets"] = new JsonArray([.. datasets]), ["population"] = new JsonObject() }.ToJsonString();
        return (string)(await http.SendAsync(HttpMethod.Post, "api/extracts", _staff.Ordered, DemoHttp.Json(text), cancellation))["id"]!;
    }

    private async Task ReleaseAsync(string caseId, Actor colleague, CancellationToken cancellation)
    {
        _staff.Released = colleague;
        Recipient ??= await KeyedParty.EnterAsync(http, caseId, recipient, "Eksempeluniversitetet", clock.GetUtcNow(), cancellation);
        await http.SendAsync(HttpMethod.Post, $"api/extracts/{_id}/release", colleague, DemoHttp.Json(Reason), cancellation);
        await UntilAsync("delivered", colleague, cancellation);
    }

    private async Task<JsonNode> UntilAsync(string status, Actor staff, CancellationToken cancellation)
    {
        var extract = await http.UntilAsync($"api/extracts/{_id}", staff, seen => Status(seen) == status || Status(seen) is "refused" or "discarded", cancellation);
        return Status(extract) == status ? extract : throw new TimeoutException($"Uttrekket ble ikke levert: {extract["state"]?.ToJsonString()}");
    }

    private async Task WriteFiguresAsync(JsonNode extract)
    {
        var state = extract["state"]!;
        await output.Out.WriteLineAsync($"Innhold: {state["persons"]} personer, {string.Join(", ", state["tables"]!.AsArray().Select(table => $"{table!["rows"]} rader i {table["name"]}"))}.");
        foreach (var risk in extract["risk"]!.AsArray())
        {
            var background = risk!["background"]!;
            await output.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Risiko i {risk["table"]}: minste gruppe (k) er {background["smallestGroup"]}, {(double)background["uniquePersonShare"]! * 100:0.#} % er alene i {string.Join(", ", background["columns"]!.AsArray())}."));
        }
    }

    private static string? Status(JsonNode extract) => (string?)extract["state"]?["status"];
}

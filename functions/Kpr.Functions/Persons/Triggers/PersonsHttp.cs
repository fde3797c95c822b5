using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>Decisions about persons, over HTTP. Numbers stand in bodies only, never in addresses: these are logged everywhere.</summary>
public sealed class PersonsHttp(DecideAboutPersons decide)
{
    private const string Operator = "operator";

    /// <summary>POST /api/persons/deletions: deletes a person from the register. 202; 400 when the request is malformed.</summary>
    [Function("PersonErase")]
    public Task<IActionResult> Erase(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "persons/deletions")] HttpRequest request, CancellationToken cancellationToken) =>
        DecideAsync(request, decide.EraseAsync, cancellationToken);

    /// <summary>POST /api/persons/reservations: notes an objection.</summary>
    [Function("PersonReserve")]
    public Task<IActionResult> Reserve(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "persons/reservations")] HttpRequest request, CancellationToken cancellationToken) =>
        DecideAsync(request, decide.ReserveAsync, cancellationToken);

    /// <summary>POST /api/persons/links: links a replaced number to the one in its place. 409 when it is replaced by a third.</summary>
    [Function("PersonLink")]
    public Task<IActionResult> Link(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "persons/links")] HttpRequest request, CancellationToken cancellationToken) =>
        DecideAsync(request, decide.LinkAsync, cancellationToken);

    private static async Task<IActionResult> DecideAsync(
        HttpRequest request, Func<PersonRequest, string, CancellationToken, Task<PersonOutcome>> decide, CancellationToken cancellationToken)
    {
        var (body, readable) = await ReadAsync(request, cancellationToken);
        var outcome = readable ? await decide(body!, Operator, cancellationToken) : new PersonOutcome(null, "Innholdet er ikke en forespørsel i JSON.");
        var status = outcome.IsConflict ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return outcome.Decision is { } decision
            ? new JsonResult(PersonAnswer.Of(decision), PersonsJson.Default.Options) { StatusCode = StatusCodes.Status202Accepted }
            : new ObjectResult(new ProblemDetails { Status = status, Title = "Avgjørelsen er ikke tatt imot.", Detail = outcome.Refusal }) { StatusCode = status };
    }

    private static async Task<(PersonRequest? Body, bool Readable)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, PersonsJson.Default.PersonRequest, cancellationToken);
            return (body, body is not null);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }
}

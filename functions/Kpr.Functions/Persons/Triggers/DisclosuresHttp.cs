using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>Who got data about a person, over HTTP, for whoever asks on her behalf. The number stands in the body, never in the address.</summary>
public sealed class DisclosuresHttp(TellDisclosures tell)
{
    private const string Operator = "operator";

    /// <summary>POST /api/persons/disclosures: the disclosures of data about a person. 400 when the request is malformed.</summary>
    [Function("PersonDisclosures")]
    public async Task<IActionResult> Tell(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "persons/disclosures")] HttpRequest request, CancellationToken cancellationToken) =>
        await ReadAsync(request, cancellationToken) is { } body && await tell.RunAsync(body, Operator, cancellationToken) is { } told
            ? new JsonResult(told.ToArray(), PersonsJson.Default.Options)
            : new BadRequestObjectResult(new ProblemDetails
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "Utleveringene kan ikke vises.",
                Detail = "Oppgi case (saksnummer, uten identitetsnummer), og enten number eller personKey.",
            });

    private static async Task<PersonRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, PersonsJson.Default.PersonRequest, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

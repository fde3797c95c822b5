using Kpr.Functions.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>What has been decided about persons, over HTTP. By ids: no number and no key is told.</summary>
public sealed class DecisionsHttp(DecideAboutPersons decide, PersonListStore list)
{
    /// <summary>GET /api/persons/decisions: all decisions that hold.</summary>
    [Function("PersonDecisions")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "persons/decisions")] HttpRequest request, CancellationToken cancellationToken) =>
        new JsonResult((await list.ReadAsync(cancellationToken)).Decisions.Select(PersonAnswer.Of).ToArray(), PersonsJson.Default.Options);

    /// <summary>GET /api/persons/decisions/{id}: how far a decision is carried out.</summary>
    [Function("PersonDecision")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "persons/decisions/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        (await list.ReadAsync(cancellationToken)).Find(id) is { } decision ? new JsonResult(PersonAnswer.Of(decision), PersonsJson.Default.Options) : new NotFoundResult();

    /// <summary>DELETE /api/persons/decisions/{id}: lifts a decision. 404 when there is none of that id.</summary>
    [Function("PersonLift")]
    public async Task<IActionResult> Lift(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "persons/decisions/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        await decide.LiftAsync(id, "operator", cancellationToken) is null ? new NotFoundResult() : new NoContentResult();
}

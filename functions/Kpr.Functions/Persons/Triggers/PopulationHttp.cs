using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Persons.Triggers;

/// <summary>The population register, over HTTP.</summary>
public sealed class PopulationHttp(LoadPopulation load)
{
    /// <summary>POST /api/persons/population: takes the population register from a list of numbers in CSV. 204; 400 with the line that does not hold.</summary>
    [Function("PersonPopulation")]
    public async Task<IActionResult> Load(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "persons/population")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (numbers, faultAt) = await load.RunAsync(request.Body, "operator", cancellationToken);
        return numbers is not null
            ? new NoContentResult()
            : new BadRequestObjectResult(new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "Listen er ikke lastet.", Detail = $"Linje {faultAt} er ikke som den skal." });
    }
}

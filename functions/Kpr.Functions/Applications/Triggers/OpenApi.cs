using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>GET /api/openapi.json: what this interface is, for machines. Open to everybody.</summary>
public sealed class OpenApi
{
    /// <summary>Answers.</summary>
    [Function(nameof(OpenApi))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) =>
        new JsonAnswer(OpenApiDocument.Bytes);
}

using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/cases/{id}/certificate: the certificate that deliveries are encrypted to.</summary>
public sealed class ShowCertificate(Certificates certificates)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowCertificate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}/certificate")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        certificates.ShowAsync(request, id, cancellationToken);
}

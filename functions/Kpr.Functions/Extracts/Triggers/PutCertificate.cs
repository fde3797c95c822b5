using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>PUT /api/cases/{id}/certificate: the certificate that deliveries are encrypted to.</summary>
public sealed class PutCertificate(Certificates certificates)
{
    /// <summary>Answers.</summary>
    [Function(nameof(PutCertificate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "cases/{id}/certificate")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        certificates.PutAsync(request, id, cancellationToken);
}

using Kpr.Functions.Extracts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Extracts.Triggers;

/// <summary>GET /api/cohort-certificate: the register's certificate.</summary>
public sealed class ShowListCertificate(Lists lists)
{
    /// <summary>Answers.</summary>
    [Function(nameof(ShowListCertificate))]
    public Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cohort-certificate")] HttpRequest request, CancellationToken cancellationToken) =>
        lists.CertificateAsync(request, cancellationToken);
}

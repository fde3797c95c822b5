using System.Security.Cryptography.X509Certificates;
using Kpr.Core.Extracts.Uploads;
using Kpr.Functions.Applications.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Kpr.Functions.Extracts.Http;

/// <summary>Takes an upload that must be encrypted to one certificate: what is not is refused by its first bytes, and nothing of it is stored.</summary>
internal static class EnvelopeUpload
{
    /// <summary>Takes it.</summary>
    /// <param name="request">The upload.</param>
    /// <param name="pem">The certificate that it must be encrypted to.</param>
    /// <param name="notEncrypted">The problem of what is not.</param>
    /// <param name="longest">Most bytes.</param>
    /// <param name="write">Stores it; what breaks the writing off must leave nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Its length, or why it was not stored.</returns>
    public static async Task<(long Bytes, ProblemResult? Problem)> TakeAsync(
        HttpRequest request, string pem, Problem notEncrypted, long longest, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (request.ContentLength > longest)
        {
            return (0, ProblemResult.Of(Problems.TooLarge));
        }

        // The server's own limit is lower; what is passed on counts for itself.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var head = new byte[EnvelopeHead.Length];
        var read = await request.Body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        using var certificate = X509Certificate2.CreateFromPem(pem);
        if (EnvelopeHead.Refuse(head.AsSpan(0, read), certificate) is { } fault)
        {
            return (0, ProblemResult.Of(notEncrypted, fault));
        }

        await using var upload = new CheckedUpload(head.AsMemory(0, read), request.Body, longest, notEncrypted);
        try
        {
            await write(upload);
            return (upload.Passed, null);
        }
        catch (UploadRefusedException e)
        {
            return (0, ProblemResult.Of(e.Problem));
        }
    }
}

using System.Text;
using Kpr.Core.Extracts.Package.Encryption;
using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Encrypts one file of a package to its recipient, in constant memory, into the folder of this try.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="packages">The packages.</param>
/// <param name="deliveries">Takes the file.</param>
/// <param name="clock">The time.</param>
public sealed class DeliverFile(ExtractStore extracts, PreparedPackages packages, DeliveryStore deliveries, TimeProvider clock)
{
    /// <summary>Encrypts.</summary>
    /// <returns>The encrypted file.</returns>
    [Function(nameof(DeliverFile))]
    public async Task<ExtractFile> RunAsync([ActivityTrigger] DeliveryPart part, CancellationToken cancellationToken)
    {
        var state = (await extracts.FindStateAsync(part.Id, cancellationToken))!;
        var release = (await extracts.FindReleaseAsync(part.Id, cancellationToken))!;
        var file = state.Files![part.Number];

        // Withdrawn meanwhile, or a certificate that has just run out: nothing is encrypted, and the end of the delivery says so.
        if (state.Status != ExtractStatus.Released || RecipientCertificate.Read(Encoding.ASCII.GetBytes(release.Certificate), clock.GetUtcNow()).Certificate is not { } recipient)
        {
            return file;
        }

        return await WriteAsync(deliveries, release.Room, part.Folder, file.Name, recipient, token => packages.Blobs.OpenAsync(PreparedPackages.File(part.Id, file.Name), token), cancellationToken);
    }

    /// <summary>Encrypts content into a file of a delivery.</summary>
    internal static async Task<ExtractFile> WriteAsync(
        DeliveryStore deliveries, string? room, string folder, string name, RecipientCertificate recipient, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        var (sha256, bytes) = ("", 0L);
        await deliveries.WriteAsync(room, folder, name + CmsEnvelope.Extension, async (target, token) =>
        {
            using var certificate = recipient.Open();
            await using var content = await open(token);
            await using var measured = new MeasuredStream(target);
            await CmsEnvelope.EncryptAsync(content, measured, certificate, token);
            (sha256, bytes) = (measured.Finish(), measured.Length);
        }, cancellationToken);
        return new ExtractFile(name + CmsEnvelope.Extension, bytes, sha256);
    }
}

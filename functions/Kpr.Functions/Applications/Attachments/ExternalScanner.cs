using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>Waits for a scan outside, as Microsoft Defender for Storage's, to tell its result by the command <c>scan-attachment</c>.</summary>
public sealed class ExternalScanner : IAttachmentScanner
{
    /// <inheritdoc/>
    public Task<ScanResult> ScanAsync(Func<Task<Stream?>> open, CancellationToken cancellationToken) => Task.FromResult(ScanResult.Pending);
}

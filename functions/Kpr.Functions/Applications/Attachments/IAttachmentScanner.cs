using Kpr.Core.Cases.Content;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>Scans attachments. Nothing counts before it has answered.</summary>
public interface IAttachmentScanner
{
    /// <summary>Scans a file.</summary>
    /// <param name="open">Opens the file; null when it is not there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Pending when the answer comes later, by the command <c>scan-attachment</c>.</returns>
    Task<ScanResult> ScanAsync(Func<Task<Stream?>> open, CancellationToken cancellationToken);
}

namespace Kpr.Functions.Applications.Attachments;

/// <summary>A kind of file that is taken as an attachment.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extensions">Endings of its names.</param>
/// <param name="Also">Other media types that senders give it.</param>
public sealed record FileKind(string MediaType, IReadOnlyList<string> Extensions, IReadOnlyList<string> Also)
{
    /// <summary>Whether a sender who says this of the file tells the truth. Nothing said is no lie.</summary>
    /// <param name="mediaType">The Content-Type; null when there is none.</param>
    /// <param name="fileName">Its name.</param>
    public bool Agrees(string? mediaType, string fileName)
    {
        var said = mediaType?.Split(';')[0].Trim().ToLowerInvariant();
        return (said is null or "" or "application/octet-stream" || said == MediaType || Also.Contains(said))
            && Extensions.Contains(Path.GetExtension(fileName).ToLowerInvariant());
    }
}

using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Formats;

namespace Kpr.Functions.Ingest;

/// <summary>An uploaded version of a file, as its address tells: <c>{feed}/{sender}/{name}</c> and ETag.</summary>
/// <param name="BlobName">Name of the blob in the container incoming.</param>
/// <param name="ETag">ETag without quotes: listings and headers write it differently.</param>
public sealed record IncomingFile(string BlobName, string ETag)
{
    private const int MunicipalityLength = 4;
    private const int OrganisationLength = 9;
    private const int KeyLength = 32;

    /// <summary>Key of this version: the same for both doors and every redelivery.</summary>
    public string Key { get; } = Hash("incoming", BlobName, ETag);

    /// <summary>A version whose ETag may be quoted.</summary>
    public static IncomingFile Of(string blobName, string etag) => new(blobName, etag.Trim('"'));

    /// <summary>A hash of parts that names a thing: 32 hexadecimal digits.</summary>
    public static string Hash(params ReadOnlySpan<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..KeyLength];

    /// <summary>Whether a text can be a key.</summary>
    public static bool IsKey(string text) => text.Length == KeyLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Reads feed and sender from the address.</summary>
    /// <returns>Null with the reason when the address names no feed or no sender: then nobody can be answered.</returns>
    public Address? TryAddress(out string refusal)
    {
        var parts = BlobName.Split('/', 3);
        var feed = parts.Length == 3 ? Feeds.Find(parts[0]) : null;
        refusal = parts.Length < 3 ? "the address has not the form feed/sender/name"
            : feed is null ? "the feed is unknown"
            : !IsSender(parts[1], feed) ? "the sender is not a number of its kind"
            : parts[2].Split('/', '\\').Any(part => part is "." or "..") ? "the name leads out of its folder"
            : "";
        return refusal.Length == 0 ? new Address(feed!, parts[1], parts[2]) : null;
    }

    // Exactly so long: anything else could be an identity number, and senders stand in names and logs.
    private static bool IsSender(string text, Feed feed) =>
        text.Length == (feed.IsMunicipal ? MunicipalityLength : OrganisationLength) && text.All(char.IsAsciiDigit);

    /// <summary>Where a file came from.</summary>
    /// <param name="Feed">The feed.</param>
    /// <param name="Sender">Municipality or organisation number.</param>
    /// <param name="Name">The rest of the name; may hold anything.</param>
    public sealed record Address(Feed Feed, string Sender, string Name);
}

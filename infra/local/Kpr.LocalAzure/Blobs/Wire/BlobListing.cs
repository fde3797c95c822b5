using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>The List Blobs request and its answer.</summary>
internal static class BlobListing
{
    public static async Task<(Response Raw, XElement Root)> ReadAsync(
        BlobConnection connection, Uri container, BlobTraits traits, BlobStates states, string? prefix, string? delimiter, string? marker, int? pageSize, CancellationToken cancellationToken)
    {
        using var message = connection.Message(RequestMethod.Get, container, ("restype", "container"), ("comp", "list"));
        string[] include = [.. traits.HasFlag(BlobTraits.Metadata) ? ["metadata"] : Array.Empty<string>(), .. states.HasFlag(BlobStates.Uncommitted) ? ["uncommittedblobs"] : Array.Empty<string>()];
        (string Name, string? Value)[] optional =
        [
            ("prefix", prefix),
            ("delimiter", delimiter),
            ("marker", marker),
            ("maxresults", pageSize?.ToString(CultureInfo.InvariantCulture)),
            ("include", string.Join(',', include)),
        ];
        foreach (var (name, value) in optional)
        {
            if (!string.IsNullOrEmpty(value))
            {
                message.Request.Uri.AppendQuery(name, value, escapeValue: true);
            }
        }

        message.ResponseClassifier = UnlistableName.Classifier;
        var response = await connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200);
        return (response, Read(response.ContentStream!));
    }

    // The service encodes names that XML cannot hold, and says so; Azurite writes them as they are. A reader without checks
    // takes both, so that one such name does not hide all others.
    private static XElement Read(Stream content)
    {
        using var reader = new XmlTextReader(content) { Normalization = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        return XDocument.Load(reader).Root!;
    }

    public static string NextMarker(XElement root) => (string?)root.Element("NextMarker") ?? "";

    public static IEnumerable<string> Prefixes(XElement root) => root.Element("Blobs")!.Elements("BlobPrefix").Select(prefix => Name(prefix.Element("Name")!));

    public static IEnumerable<BlobItem> Blobs(XElement root) => root.Element("Blobs")!.Elements("Blob").Select(blob => new BlobItem
    {
        Name = Name(blob.Element("Name")!),
        Properties = Properties(blob.Element("Properties")!),
        Metadata = (blob.Element("Metadata")?.Elements() ?? []).ToDictionary(entry => entry.Name.LocalName, entry => entry.Value, StringComparer.OrdinalIgnoreCase),
    });

    private static BlobItemProperties Properties(XElement properties) => new()
    {
        ContentLength = (long?)properties.Element("Content-Length"),
        ContentType = Text(properties, "Content-Type"),
        ContentHash = Text(properties, "Content-MD5") is { } hash ? Convert.FromBase64String(hash) : null,
        BlobType = BlobHeaders.ParseBlobType(Text(properties, "BlobType")),
        ETag = Text(properties, "Etag") is { } tag ? new ETag(tag) : null,
        LastModified = Time(properties, "Last-Modified"),
        CreatedOn = Time(properties, "Creation-Time"),
    };

    // Names with characters that XML cannot hold come percent-encoded, and say so.
    private static string Name(XElement name) => (bool?)name.Attribute("Encoded") == true ? Uri.UnescapeDataString(name.Value) : name.Value;

    // Azurite's 500 for a name that it cannot write is the same at every try.
    private sealed class UnlistableName : ResponseClassifier
    {
        public static readonly UnlistableName Classifier = new();

        public override bool IsRetriableResponse(HttpMessage message) => message.Response.Status != 500 && base.IsRetriableResponse(message);
    }

    private static string? Text(XElement properties, string name) => (string?)properties.Element(name) is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(XElement properties, string name) =>
        Text(properties, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
}

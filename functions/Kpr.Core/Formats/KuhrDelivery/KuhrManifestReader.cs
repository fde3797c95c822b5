using System.Text.Json;
using System.Text.Unicode;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Xpr;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>Reads a manifest. All that is wrong with it is told at once; only what is no JSON at all stops the reading.</summary>
internal sealed class KuhrManifestReader
{
    private static readonly string[] Members =
        ["deliveryId", "formatVersion", "periodFrom", "periodTo", "generatedAt", "sender", "files", "sumRefund", "sumShare", "supersedes"];

    private static readonly string[] FileMembers = ["name", "rowCount", "sha256"];

    private readonly KuhrEnvelope _envelope;
    private bool _whole = true;

    private KuhrManifestReader(KuhrEnvelope envelope) => _envelope = envelope;

    /// <summary>Reads a manifest into the envelope of its delivery.</summary>
    /// <param name="content">The manifest; read to its end.</param>
    /// <param name="limits">How much a file may hold.</param>
    /// <param name="envelope">Takes the manifest when it can be used, and what is wrong with it.</param>
    /// <exception cref="SourceFaultException">The content is no JSON.</exception>
    public static void Read(Stream content, SourceLimits limits, KuhrEnvelope envelope)
    {
        var bytes = new byte[KuhrManifest.MaxBytes + 1];
        var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > KuhrManifest.MaxBytes)
        {
            throw new SourceFaultException(The<F19WithinLimits>.Rule.TooLong(KuhrManifest.MaxBytes));
        }

        var json = bytes.AsMemory(0, length);
        json = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        if (!Utf8.IsValid(json.Span))
        {
            throw new SourceFaultException(The<F23HonestEncoding>.Rule.NotUtf8());
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth, AllowDuplicateProperties = false });
            new KuhrManifestReader(envelope).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new SourceFaultException(The<F01Readable>.Rule.NotJson((e.LineNumber ?? 0) + 1, "manifestet følger ikke JSON"));
        }
        catch (InvalidOperationException)
        {
            // The framework tells of half a surrogate pair by this exception only, and not of the line.
            throw new SourceFaultException(The<F01Readable>.Rule.NotJson(1, "en tekst i manifestet har et halvt tegn (surrogat)"));
        }
    }

    /// <summary>The files that a manifest names, however faulty it is else; none when it is no JSON.</summary>
    public static IReadOnlyList<string> FilesNamedIn(ReadOnlyMemory<byte> manifest)
    {
        try
        {
            manifest = manifest.Span.StartsWith("\uFEFF"u8) ? manifest[3..] : manifest;
            using var document = JsonDocument.Parse(manifest);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("files", out var files) && files.ValueKind == JsonValueKind.Array
                ? [.. files.EnumerateArray().Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for half a surrogate pair.
            return [];
        }
    }

    private static string? NameOf(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object && file.TryGetProperty("name", out var name) && TextOf(name) is { } text && KuhrColumns.OfFile(text) is not null ? text : null;

    private void Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            _envelope.AddFault(The<F02Structure>.Rule.NotAnObject("manifest", 1));
            return;
        }

        Unknown(root, Members);
        var id = Value(root, "deliveryId", "en GUID", GuidOf);
        _envelope.MessageId = id?.ToString();
        _envelope.FormatVersion = Value(root, "formatVersion", "en tekst", TextOf);
        _envelope.Sender = Value(root, "sender", "et organisasjonsnummer", OrganisationOf);
        var from = Value(root, "periodFrom", "en dato", DateOf);
        var to = Value(root, "periodTo", "en dato", DateOf);
        var generated = Value(root, "generatedAt", "en dato med klokkeslett og tidssone", TimeOf);
        var files = Files(root);
        var refund = Value(root, "sumRefund", "et beløp i øre", LongOf);
        var share = Value(root, "sumShare", "et beløp i øre", LongOf);
        var supersedes = Optional(root, "supersedes", "en GUID", GuidOf);
        if (_envelope.FormatVersion is { } version && version != KuhrManifest.Version)
        {
            Fault(new Fault(The<F03VersionSupported>.Rule, Severity.RejectFile, "formatVersion", null, "Formatversjonen støttes ikke."));
        }

        if (from is { } first && to is { } last && (first.Day != 1 || last != first.AddMonths(1).AddDays(-1)))
        {
            Fault(The<F02Structure>.Rule.BadValue("periodFrom–periodTo", "én hel måned", null));
        }

        if (supersedes is not null && supersedes == id)
        {
            Fault(The<F02Structure>.Rule.BadValue("supersedes", "en annen leveranse", null));
        }

        if (_whole)
        {
            _envelope.Manifest = new KuhrManifest(id!.Value, from!.Value, to!.Value, generated!.Value, _envelope.Sender!, files!, refund!.Value, share!.Value, supersedes);
        }
    }

    private List<KuhrManifestFile>? Files(JsonElement root)
    {
        if (!root.TryGetProperty("files", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            Fault(The<F02Structure>.Rule.MissingMember("files", null, null));
            return null;
        }

        var files = new List<KuhrManifestFile>();
        foreach (var file in list.EnumerateArray())
        {
            if (file.ValueKind != JsonValueKind.Object)
            {
                Fault(The<F02Structure>.Rule.BadValue("files", "en liste av objekter", null));
                continue;
            }

            Unknown(file, FileMembers);
            var name = Value(file, "name", "et filnavn", TextOf);
            var rows = Value(file, "rowCount", "et antall", LongOf);
            var sha256 = Value(file, "sha256", "en SHA-256 med 64 heksadesimale siffer", ShaOf);
            if (name is not null && KuhrColumns.OfFile(name) is not { } kind)
            {
                Fault(The<F18KnownNamesOnly>.Rule.Member($"files: {name}", 1));
            }
            else if (name is not null && rows is { } count && sha256 is not null)
            {
                files.Add(new KuhrManifestFile(KuhrColumns.OfFile(name)!.Value, name, count, sha256));
            }
        }

        files.Sort((a, b) => a.Kind.CompareTo(b.Kind));
        for (var kind = KuhrFileKind.Claim; (int)kind < KuhrColumns.Kinds; kind++)
        {
            if (files.Count(file => file.Kind == kind) != 1)
            {
                Fault(The<F02Structure>.Rule.MissingMember($"files: {kind.Name()}.csv", null, null));
            }
        }

        return files;
    }

    private void Unknown(JsonElement element, string[] known)
    {
        foreach (var member in element.EnumerateObject().Where(member => Array.IndexOf(known, member.Name) < 0))
        {
            Fault(The<F18KnownNamesOnly>.Rule.Member(member.Name, 1));
        }
    }

    private T? Value<T>(JsonElement element, string name, string type, Func<JsonElement, T?> read)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            Fault(The<F02Structure>.Rule.MissingMember(name, null, null));
            return default;
        }

        return Typed(value, name, type, read);
    }

    private T? Optional<T>(JsonElement element, string name, string type, Func<JsonElement, T?> read) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Typed(value, name, type, read) : default;

    private T? Typed<T>(JsonElement value, string name, string type, Func<JsonElement, T?> read)
    {
        var typed = read(value);
        if (typed is null)
        {
            Fault(The<F02Structure>.Rule.BadValue(name, type, null));
        }

        return typed;
    }

    private void Fault(Fault fault)
    {
        _whole = false;
        _envelope.AddFault(fault);
    }

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } text ? text : null;

    private static Guid? GuidOf(JsonElement value) => TextOf(value) is { } text && GuidKey.TryParse(text, out var guid) && guid != Guid.Empty ? guid : null;

    private static DateOnly? DateOf(JsonElement value) => TextOf(value) is { Length: 10 } text && XsdTypes.TryDate(text, out var date) ? date : null;

    private static long? LongOf(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static DateTimeOffset? TimeOf(JsonElement value) =>
        TextOf(value) is { } text && XsdTypes.TryDateTime(text, out var local, out var offset) && offset is { } zone ? new DateTimeOffset(local, zone) : null;

    private static string? OrganisationOf(JsonElement value) => TextOf(value) is { Length: 9 } text && text.All(char.IsAsciiDigit) ? text : null;

    private static string? ShaOf(JsonElement value) =>
        TextOf(value) is { Length: 64 } text && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null;
}

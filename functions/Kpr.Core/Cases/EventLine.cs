using System.Text.Json;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases;

/// <summary>
/// An event as it is stored: one JSON object in UTF-8,
/// <c>{"sequence":1,"at":"2026-03-02T08:00:00Z","by":{…},"event":"submitted","version":1,"data":{…}}</c>. Written the same way every time, since the hash
/// chain (<see cref="EventChain"/>) is over these bytes.
/// </summary>
public static class EventLine
{
    /// <summary>Writes an event.</summary>
    public static byte[] Write<TEvent>(Recorded<TEvent> recorded)
        where TEvent : class
    {
        var kind = EventCatalogue.Of(recorded.Event);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = CaseJson.Stored.Encoder }))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", recorded.Sequence);
            json.WriteString("at", recorded.At.UtcDateTime);
            json.WritePropertyName("by");
            JsonSerializer.Serialize(json, recorded.By, CaseJson.Stored.GetTypeInfo(typeof(Actor)));
            json.WriteString("event", kind.Name);
            json.WriteNumber("version", kind.Version);
            json.WritePropertyName("data");
            JsonSerializer.Serialize(json, recorded.Event, CaseJson.Stored.GetTypeInfo(kind.Type));
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="UnknownEventException">This version of KPR does not know it.</exception>
    /// <exception cref="JsonException">The bytes are no event.</exception>
    public static Recorded<TEvent> Read<TEvent>(ReadOnlyMemory<byte> line)
        where TEvent : class
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var kind = EventCatalogue.Named(Member(root, "event").GetString()!, Member(root, "version").GetInt32());
        var by = (Actor)Member(root, "by").Deserialize(CaseJson.Stored.GetTypeInfo(typeof(Actor)))!;
        return Member(root, "data").Deserialize(CaseJson.Stored.GetTypeInfo(kind.Type)) is TEvent happened
            ? new Recorded<TEvent>(Member(root, "sequence").GetInt64(), new DateTimeOffset(Member(root, "at").GetDateTime().ToUniversalTime()), by, happened)
            : throw new JsonException($"The event '{kind.Name}' does not belong to this stream.");
    }

    private static JsonElement Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : throw new JsonException($"The event has no '{name}'.");
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Core.Cases;

/// <summary>
/// Cases, events and commands as JSON: camelCase, enumerations as kebab-case words, Norwegian letters as they are. A new event or command is a line in
/// CaseJson.Types.cs; a test says which is missing.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
public sealed partial class CaseJson : JsonSerializerContext
{
    /// <summary>As events and snapshots are stored and shown: what is null, or follows from the rest, is left out.</summary>
    public static JsonSerializerOptions Stored => Forms.Stored;

    /// <summary>As commands are received: nothing unknown, nothing missing, no number for a word.</summary>
    public static JsonSerializerOptions Received => Forms.Received;

    /// <summary>A value as it is stored.</summary>
    public static string Text(object value) => JsonSerializer.Serialize(value, Stored.GetTypeInfo(value.GetType()));

    /// <summary>A snapshot of a case.</summary>
    public static byte[] Snapshot(CaseState state) => JsonSerializer.SerializeToUtf8Bytes(state, Stored.GetTypeInfo(typeof(CaseState)));

    /// <summary>Reads a snapshot.</summary>
    public static CaseState Snapshot(ReadOnlySpan<byte> snapshot) => (CaseState)JsonSerializer.Deserialize(snapshot, Stored.GetTypeInfo(typeof(CaseState)))!;

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly JsonSerializerOptions Stored = Form(strict: false);
        public static readonly JsonSerializerOptions Received = Form(strict: true);

        private static JsonSerializerOptions Form(bool strict)
        {
            var options = new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
            {
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                IgnoreReadOnlyProperties = true,
                TypeInfoResolver = Default,
            };
            options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
            if (strict)
            {
                options.RespectNullableAnnotations = true;
                options.RespectRequiredConstructorParameters = true;
                options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
                options.MaxDepth = 32;
            }

            options.MakeReadOnly();
            return options;
        }
    }
}

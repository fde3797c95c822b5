using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Local.Playing;

/// <summary>Events of a play as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlayLine))]
internal sealed partial class PlayJson : JsonSerializerContext
{
    /// <summary>One line, Norwegian letters as they are.</summary>
    public static string Write(PlayLine line) => JsonSerializer.Serialize(line, Readable.Lines.PlayLine);

    // A class of its own, so that the generated Default is there before it is used.
    private static class Readable
    {
        public static readonly PlayJson Lines = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
    }
}

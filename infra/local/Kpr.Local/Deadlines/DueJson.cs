using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Local.Deadlines;

/// <summary>The answer of <c>kpr due</c> as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DueAnswer))]
internal sealed partial class DueJson : JsonSerializerContext
{
    /// <summary>One line, Norwegian letters as they are.</summary>
    public static string Line(DueAnswer answer) => JsonSerializer.Serialize(answer, Readable.Lines.DueAnswer);

    // A class of its own, so that the generated Default is there before it is used.
    private static class Readable
    {
        public static readonly DueJson Lines = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        });
    }
}

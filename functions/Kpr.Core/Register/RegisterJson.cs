using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Core.Register;

/// <summary>What the register keeps as JSON: camelCase, UTF-8, indented, Norwegian letters as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PartitionManifest))]
[JsonSerializable(typeof(TableSchema))]
[JsonSerializable(typeof(EditionRecord))]
public sealed partial class RegisterJson : JsonSerializerContext
{
    /// <summary>The form in which the register is written.</summary>
    public static RegisterJson Indented => Forms.Indented;

    // A class of its own, so that the generated Default is there before it is used.
    private static class Forms
    {
        public static readonly RegisterJson Indented = new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            WriteIndented = true,
            NewLine = "\n",
        });
    }
}

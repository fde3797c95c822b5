using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Kpr.Local.Playing;

/// <summary>
/// YAML as JSON, by the core schema of YAML 1.2: true, false, null and numbers stand unquoted, all else is text; so are dates and numbers that begin
/// with zero.
/// </summary>
internal static partial class YamlJson
{
    // An alias stands for what it names: a small file could grow without end.
    private const int MostNodes = 50_000;

    /// <summary>The JSON of a node.</summary>
    /// <exception cref="PlayFileException">It has a key that is no text, or is too large.</exception>
    public static JsonElement Of(YamlNode node)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            var left = MostNodes;
            Write(json, node, ref left);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, YamlNode node, ref int left)
    {
        if (--left < 0)
        {
            throw new PlayFileException((int)node.Start.Line, "for mange verdier.");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping)
                {
                    json.WritePropertyName((key as YamlScalarNode)?.Value ?? throw new PlayFileException((int)key.Start.Line, "navnet skal være tekst."));
                    Write(json, value, ref left);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence)
                {
                    Write(json, item, ref left);
                }

                json.WriteEndArray();
                break;
            case YamlScalarNode scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, YamlScalarNode scalar)
    {
        switch (scalar.Style is ScalarStyle.Plain ? scalar.Value : "'")
        {
            case null or "" or "~" or "null":
                json.WriteNullValue();
                break;
            case "true" or "false":
                json.WriteBooleanValue(scalar.Value == "true");
                break;
            case { } text when Number().IsMatch(text):
                json.WriteRawValue(text);
                break;
            default:
                json.WriteStringValue(scalar.Value);
                break;
        }
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,17})([.][0-9]{1,17})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

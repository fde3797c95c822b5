using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kpr.Functions.Statistics;

/// <summary>Orders, plans and states as JSON: camelCase, enumerations as kebab-case words; a member that is not known is a mistake.</summary>
internal static class TableJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A value as it is kept.</summary>
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Reads what was kept.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<T>(content.Span, Options)!;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

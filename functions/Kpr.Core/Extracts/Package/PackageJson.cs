using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Kpr.Core.Extracts.Package;

/// <summary>What a package keeps as JSON: camelCase, names of enumerations, Norwegian letters as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Codebook))]
[JsonSerializable(typeof(DeliveryManifest))]
[JsonSerializable(typeof(Comparison.DeliveryDiff))]
public sealed partial class PackageJson : JsonSerializerContext
{
    // Not before the first use: the generated default must be there.
    private static readonly Lazy<PackageJson> Lazy = new(() => new PackageJson(new JsonSerializerOptions(Default!.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    }));

    /// <summary>The one that all use: indented, lines ended by a line feed.</summary>
    public static PackageJson Readable => Lazy.Value;
}

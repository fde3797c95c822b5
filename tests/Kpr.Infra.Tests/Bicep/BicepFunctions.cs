using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Kpr.Infra.Tests.Bicep;

/// <summary>The functions of Bicep that these files use; what is not here is not known.</summary>
internal static class BicepFunctions
{
    private static readonly Dictionary<string, Func<object?[], object?>> All = new(StringComparer.Ordinal)
    {
        ["concat"] = a => a.SelectMany(List).ToList(),
        ["union"] = Union,
        ["contains"] = a => a[0] switch
        {
            Dictionary<string, object?> map => map.ContainsKey((string)a[1]!),
            List<object?> list => list.Contains(a[1]),
            _ => ((string)a[0]!).Contains((string)a[1]!, StringComparison.Ordinal),
        },
        ["empty"] = a => a[0] switch
        {
            null => true,
            string text => text.Length == 0,
            List<object?> list => list.Count == 0,
            Dictionary<string, object?> map => map.Count == 0,
            _ => false,
        },
        ["items"] = a => ((Dictionary<string, object?>)a[0]!).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (object?)new Dictionary<string, object?>(StringComparer.Ordinal) { ["key"] = pair.Key, ["value"] = pair.Value }).ToList(),
        ["replace"] = a => Text(a[0]).Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal),
        ["join"] = a => string.Join(Text(a[1]), List(a[0]).Select(Text)),
        ["guid"] = a => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', a.Select(Text)))).AsSpan(0, 16)).ToString(),
        ["uniqueString"] = a => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', a.Select(Text)))))[..13],
        ["subscription"] = _ => new RuntimeValue("subscription"),
        ["tenant"] = _ => new RuntimeValue("tenant"),
        ["environment"] = _ => Map(("suffixes", Map(("storage", "core.windows.net")))),
        ["subscriptionResourceId"] = a => $"{Text(a[0])}:{Text(a[1])}",
        ["cidrSubnet"] = a => Subnet((string)a[0]!, (long)a[1]!, (long)a[2]!),
    };

    public static bool Knows(string name) => All.ContainsKey(name) || name is "loadJsonContent" or "loadTextContent";

    public static object? Call(string name, object?[] arguments) =>
        All.TryGetValue(name, out var function) ? function(arguments) : throw new BicepSyntaxException($"the function {name} is not known to this reader");

    public static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        string or long or RuntimeValue => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => throw new BicepSyntaxException($"{value.GetType().Name} is no text"),
    };

    private static List<object?> List(object? value) => value as List<object?> ?? throw new BicepSyntaxException("a list is missing");

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, object?> Union(object?[] maps)
    {
        var union = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in maps.SelectMany(map => (Dictionary<string, object?>)map!))
        {
            union[key] = value;
        }

        return union;
    }

    private static string Subnet(string prefix, long length, long index)
    {
        var start = IPAddress.Parse(prefix.Split('/')[0]).GetAddressBytes();
        var number = ((uint)start[0] << 24 | (uint)start[1] << 16 | (uint)start[2] << 8 | start[3]) + ((uint)index << (int)(32 - length));
        return string.Create(CultureInfo.InvariantCulture, $"{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}/{length}");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package;

/// <summary>
/// Renders a codebook as <c>datapackage.json</c> (Data Package 2.0 with Table Schema, datapackage.org): each file with its length, sum and dialect, each column with its
/// type, codes and constraints, keys within and between tables. What the standard has no word for is under names that begin with <c>kpr:</c>.
/// </summary>
public static class DataPackageJson
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>The profile that a package says it follows.</summary>
    internal const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The file.</summary>
    public static byte[] Of(Codebook codebook) => Bytes(Package(codebook));

    /// <summary>A package as the bytes of its file.</summary>
    internal static byte[] Bytes(JsonObject package) => Encoding.UTF8.GetBytes(package.ToJsonString(Options) + "\n");

    private static JsonObject Package(Codebook codebook) => Without(new JsonObject
    {
        ["$schema"] = Profile,
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"{Slug(codebook.Case)}-{Slug(codebook.Order)}-v{codebook.DecisionVersion}"),
        ["title"] = codebook.Title.Norwegian,
        ["kpr:titleEnglish"] = codebook.Title.English,
        ["description"] = codebook.Population.Norwegian,
        ["kpr:descriptionEnglish"] = codebook.Population.English,
        ["created"] = codebook.Made.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["kpr:project"] = codebook.Project,
        ["kpr:case"] = codebook.Case,
        ["kpr:order"] = codebook.Order,
        ["kpr:decisionVersion"] = codebook.DecisionVersion,
        ["kpr:catalogue"] = codebook.Catalogue,
        ["kpr:reference"] = codebook.Reference,
        ["kpr:manifests"] = Texts(codebook.Manifests),
        ["kpr:from"] = Day(codebook.From),
        ["kpr:to"] = Day(codebook.To),
        ["kpr:persons"] = codebook.Persons,
        ["kpr:dates"] = codebook.Dates == DateTreatment.Shifted ? "shifted" : "as-ordered",
        ["kpr:endsOn"] = Day(codebook.EndsOn),
        ["kpr:deletionOn"] = Day(codebook.DeletionOn),
        ["contributors"] = new JsonArray(new JsonObject { ["title"] = codebook.Controller, ["roles"] = Texts(["publisher"]) }),
        ["kpr:contact"] = codebook.Contact,
        ["resources"] = new JsonArray([.. codebook.Tables.Select(table => Resource(table.Table, table.File, table.Persons, codebook.Delimiter, table, null))]),
    });

    /// <summary>A file as a resource of a package.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Its file.</param>
    /// <param name="persons">Persons with a row in it.</param>
    /// <param name="delimiter">What stands between values.</param>
    /// <param name="counted">What was counted in its columns; null where nothing was.</param>
    /// <param name="source">Id of the source that it came from; null where there is one only.</param>
    internal static JsonObject Resource(ExtractTable table, PackagedFile file, long persons, char delimiter, CodebookTable? counted, string? source) => Without(new JsonObject
    {
        ["name"] = table.Name,
        ["type"] = "table",
        ["path"] = file.Name,
        ["title"] = table.Norwegian,
        ["kpr:titleEnglish"] = table.English,
        ["kpr:source"] = source,
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["bytes"] = file.Bytes,
        ["hash"] = $"sha256:{file.Sha256}",
        ["kpr:rows"] = file.Rows ?? 0,
        ["kpr:persons"] = persons,
        ["kpr:identicalRows"] = counted?.IdenticalRows,
        ["dialect"] = new JsonObject
        {
            ["delimiter"] = delimiter.ToString(),
            ["lineTerminator"] = "\n",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["header"] = true,
        },
        ["schema"] = Without(new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Columns.Select(column => Field(column, counted))]),
            ["missingValues"] = Texts([""]),
            ["primaryKey"] = table.PrimaryKey.Count > 0 ? Texts(table.PrimaryKey) : null,
            ["foreignKeys"] = table.Parent is not { } parent ? null : new JsonArray(new JsonObject
            {
                ["fields"] = Texts([parent.Value]),
                ["reference"] = new JsonObject { ["resource"] = parent.Key, ["fields"] = Texts([parent.Value]) },
            }),
        }),
    });

    private static JsonObject Field(ExtractColumn column, CodebookTable? counted)
    {
        var codes = column.Codes is { Count: > 0 } given && (column.Type == "string" || given.All(code => IsWhole(code.Key))) ? given : null;
        var constraints = Without(new JsonObject
        {
            ["required"] = column.Required ? true : null,
            ["enum"] = codes is null ? null : new JsonArray([.. codes.Select(code => Code(column, code.Key))]),
        });
        return Without(new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = column.Type,
            ["title"] = column.Norwegian,
            ["kpr:titleEnglish"] = column.English,
            ["kpr:variable"] = column.Variable,
            ["kpr:form"] = column.Form,
            ["kpr:unit"] = column.Unit,
            ["kpr:codeList"] = column.CodeList,
            ["kpr:missing"] = counted?.MissingIn(column.Name),
            ["categories"] = codes is null ? null : new JsonArray([.. codes.Select(code => new JsonObject { ["value"] = Code(column, code.Key), ["label"] = code.Value })]),
            ["constraints"] = constraints.Count > 0 ? constraints : null,
        });
    }

    private static JsonValue? Code(ExtractColumn column, string code) =>
        column.Type == "string" ? JsonValue.Create(code) : JsonValue.Create(long.Parse(code, CultureInfo.InvariantCulture));

    private static bool IsWhole(string code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    internal static JsonObject Without(JsonObject with)
    {
        foreach (var name in with.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            with.Remove(name);
        }

        return with;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Names of packages are of small letters, digits, full stop, hyphen and underscore.
    internal static string Slug(string id) => new([.. id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')]);
}

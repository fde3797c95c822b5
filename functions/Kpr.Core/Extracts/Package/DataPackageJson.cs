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

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The file.</summary>
    public static byte[] Of(Codebook codebook) => Encoding.UTF8.GetBytes(Package(codebook).ToJsonString(Options) + "\n");

    private static JsonObject Package(Codebook codebook) => Without(new JsonObject
    {
        ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
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
        ["resources"] = new JsonArray([.. codebook.Tables.Select(table => Resource(codebook, table))]),
    });

    private static JsonObject Resource(Codebook codebook, CodebookTable table) => new()
    {
        ["name"] = table.Table.Name,
        ["type"] = "table",
        ["path"] = table.File.Name,
        ["title"] = table.Table.Norwegian,
        ["kpr:titleEnglish"] = table.Table.English,
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["bytes"] = table.File.Bytes,
        ["hash"] = $"sha256:{table.File.Sha256}",
        ["kpr:rows"] = table.Rows,
        ["kpr:persons"] = table.Persons,
        ["kpr:identicalRows"] = table.IdenticalRows,
        ["dialect"] = new JsonObject
        {
            ["delimiter"] = codebook.Delimiter.ToString(),
            ["lineTerminator"] = "\n",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["header"] = true,
        },
        ["schema"] = Without(new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Table.Columns.Select(column => Field(table, column))]),
            ["missingValues"] = Texts([""]),
            ["primaryKey"] = table.Table.PrimaryKey.Count > 0 ? Texts(table.Table.PrimaryKey) : null,
            ["foreignKeys"] = table.Table.Parent is not { } parent ? null : new JsonArray(new JsonObject
            {
                ["fields"] = Texts([parent.Value]),
                ["reference"] = new JsonObject { ["resource"] = parent.Key, ["fields"] = Texts([parent.Value]) },
            }),
        }),
    };

    private static JsonObject Field(CodebookTable table, ExtractColumn column)
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
            ["kpr:missing"] = table.MissingIn(column.Name),
            ["categories"] = codes is null ? null : new JsonArray([.. codes.Select(code => new JsonObject { ["value"] = Code(column, code.Key), ["label"] = code.Value })]),
            ["constraints"] = constraints.Count > 0 ? constraints : null,
        });
    }

    private static JsonValue? Code(ExtractColumn column, string code) =>
        column.Type == "string" ? JsonValue.Create(code) : JsonValue.Create(long.Parse(code, CultureInfo.InvariantCulture));

    private static bool IsWhole(string code) => long.TryParse(code, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Without(JsonObject with)
    {
        foreach (var name in with.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            with.Remove(name);
        }

        return with;
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Names of packages are of small letters, digits, full stop, hyphen and underscore.
    private static string Slug(string id) => new([.. id.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-')]);
}

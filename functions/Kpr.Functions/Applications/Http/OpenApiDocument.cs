using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Http;

/// <summary>
/// The OpenAPI document (3.1), made from the addresses, the commands' own records and the catalogues of problems. docs/openapi.json is a copy of it.
/// </summary>
public static partial class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The document.</summary>
    public static byte[] Bytes { get; } = System.Text.Encoding.UTF8.GetBytes(Make().ToJsonString(Indented).ReplaceLineEndings("\n") + "\n");

    private static JsonObject Make()
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject { ["problem"] = Problem() });
        foreach (var endpoint in Endpoints.All)
        {
            Add(paths, schemas, endpoint.Path, endpoint, endpoint.Function == "StartCase" ? typeof(Start) : endpoint.Body, endpoint.Summary);
        }

        foreach (var command in CommandCatalogue.All.Where(command => command.Type != typeof(Start)))
        {
            Add(paths, schemas, $"/cases/{{id}}/{command.Name}", Endpoints.Command with { Function = command.Name }, command.Type, Describe(command));
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "KPR: applications for data",
                ["version"] = "1",
                ["description"] = "Every write needs an Idempotency-Key; every write on a case the ETag it was last seen with, in If-Match. Errors are problem+json with stable numbers (docs/api-errors.md).",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api" }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
                ["schemas"] = schemas,
            },
        };
    }

    private static void Add(JsonObject paths, JsonObject schemas, string path, Endpoint endpoint, Type? body, string summary)
    {
        var parameters = new JsonArray([.. InPath().Matches(path).Select(match => Parameter(match.Groups[1].Value, "path", null, required: true))]);
        foreach (var (name, meaning) in endpoint.Query)
        {
            parameters.Add(Parameter(name, "query", meaning, required: endpoint.Writes));
        }

        if (!endpoint.Open)
        {
            parameters.Add(Parameter(Callers.RoleHeader, "header", "the role to act in, for those whose token has several", required: false));
        }

        if (endpoint.Writes)
        {
            parameters.Add(Parameter(WriteHeaders.KeyHeader, "header", "1 to 200 visible ASCII characters; the same key, the same answer", required: true));
            if (endpoint.Versioned)
            {
                parameters.Add(Parameter("If-Match", "header", "the ETag of the case as it was last seen", required: true));
            }
        }

        var responses = new JsonObject();
        foreach (var (status, meaning) in endpoint.Answers)
        {
            var answer = new JsonObject { ["description"] = meaning };
            if (endpoint.Answer is { } type)
            {
                answer["content"] = Content("application/json", Schema(schemas, type, HttpJson.Options));
            }

            responses[status.ToString(CultureInfo.InvariantCulture)] = answer;
        }

        responses["default"] = new JsonObject
        {
            ["description"] = "A problem.", ["content"] = Content("application/problem+json", new JsonObject { ["$ref"] = "#/components/schemas/problem" }),
        };
        var operation = new JsonObject { ["operationId"] = endpoint.Function, ["summary"] = summary, ["parameters"] = parameters };
        if (body is not null)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/json", Schema(schemas, body, endpoint.Body is null ? CaseJson.Received : HttpJson.Options)) };
        }
        else if (endpoint.Method == "put")
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content("application/octet-stream", new JsonObject()) };
        }

        operation["responses"] = responses;
        operation["security"] = endpoint.Open ? new JsonArray() : new JsonArray(new JsonObject { ["token"] = new JsonArray() });
        if (paths[path] is JsonObject known)
        {
            known[endpoint.Method] = operation;
        }
        else
        {
            paths[path] = new JsonObject { [endpoint.Method] = operation };
        }
    }

    private static string Describe(CommandType command)
    {
        var who = command.Type.GetCustomAttributes<ByAttribute>().Select(by => $"{Word(by.Role)} ({string.Join(", ", by.Relations.Select(relation => Word(relation)))})");
        return $"{command.English} ({command.Norwegian}). By {string.Join("; ", who)}.";
    }

    private static JsonObject Parameter(string name, string where, string? meaning, bool required)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = where, ["required"] = required, ["schema"] = new JsonObject { ["type"] = "string" } };
        if (meaning is not null)
        {
            parameter["description"] = meaning;
        }

        return parameter;
    }

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("type", "title", "status", "number", "english"),
        ["properties"] = new JsonObject
        {
            ["type"] = new JsonObject { ["type"] = "string" },
            ["title"] = new JsonObject { ["type"] = "string" },
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["number"] = new JsonObject
            {
                ["type"] = "integer",
                ["enum"] = new JsonArray([.. RefusalCatalogue.All.Select(refusal => refusal.Number).Concat(Problems.All.Select(problem => problem.Number)).Order().Select(number => JsonValue.Create(number))]),
            },
            ["english"] = new JsonObject { ["type"] = "string" },
            ["source"] = new JsonObject { ["type"] = "string" },
            ["about"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            ["current"] = new JsonObject { ["type"] = "object", ["description"] = "with 412: where the case stands now" },
        },
    };

    private static JsonObject Content(string type, JsonNode schema) => new() { [type] = new JsonObject { ["schema"] = schema } };

    // Each record once, under its name; what it refers to within itself is referred to from there.
    private static JsonObject Schema(JsonObject schemas, Type type, JsonSerializerOptions options)
    {
        var name = $"#/components/schemas/{type.Name}";
        if (!schemas.ContainsKey(type.Name))
        {
            var schema = options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
            schemas[type.Name] = JsonNode.Parse(schema.ToJsonString().Replace("\"$ref\":\"#/", $"\"$ref\":\"{name}/", StringComparison.Ordinal));
        }

        return new JsonObject { ["$ref"] = name };
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex InPath();
}

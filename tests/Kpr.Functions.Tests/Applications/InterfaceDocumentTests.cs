using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kpr.Core.Cases;
using Kpr.Functions.Applications.Http;
using Kpr.Functions.Billing.Http;
using Kpr.Functions.Tests.House;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Tests.Applications;

public sealed partial class InterfaceDocumentTests
{
    private static readonly JsonNode Document = JsonNode.Parse(OpenApiDocument.Bytes)!;

    [Fact]
    public void The_copy_of_the_openapi_document_is_current() => AssertCurrent("docs/openapi.json", Encoding.UTF8.GetString(OpenApiDocument.Bytes));

    [Fact]
    public void The_page_of_errors_is_current()
    {
        using var page = new StringWriter();
        ErrorsPage.Write(page);
        AssertCurrent("docs/api-errors.md", page.ToString());
    }

    [Fact]
    public void Every_function_over_http_is_an_address_of_the_document_and_every_address_a_function()
    {
        var functions = typeof(KprServices).Assembly.GetTypes().Where(type => type.Namespace is "Kpr.Functions.Applications.Triggers" or "Kpr.Functions.Billing.Triggers" or "Kpr.Functions.Statistics.Triggers" or "Kpr.Functions.Extracts.Triggers" or "Kpr.Functions.Linkages.Triggers").SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters(), (method, parameter) => (method, Trigger: parameter.GetCustomAttribute<HttpTriggerAttribute>())).Where(found => found.Trigger is not null)
            .Select(found => $"{found.method.GetCustomAttribute<FunctionAttribute>()!.Name} {Assert.Single(found.Trigger!.Methods!)} /{found.Trigger.Route}");

        Assert.Equal(
            Endpoints.All.Append(Endpoints.Command).Concat(BillEndpoints.All).Append(BillEndpoints.Action).Select(endpoint => $"{endpoint.Function} {endpoint.Method} {endpoint.Path}").Order(StringComparer.Ordinal),
            functions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_is_described_with_its_members()
    {
        foreach (var command in CommandCatalogue.All.Where(command => command.Name != "start"))
        {
            var schema = Document["paths"]![$"/cases/{{id}}/{command.Name}"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!;
            schema = Find((string)schema["$ref"]!)!;
            var members = command.Type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
            Assert.Equal(
                members.Select(member => char.ToLowerInvariant(member.Name![0]) + member.Name[1..]).Order(StringComparer.Ordinal),
                (schema["properties"]?.AsObject().Select(property => property.Key) ?? []).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_the_document_refers_to_is_in_it()
    {
        foreach (var reference in References().Matches(Document.ToJsonString()).Select(match => match.Groups[1].Value))
        {
            Assert.NotNull(Find(reference));
        }
    }

    [Fact]
    public void Numbers_of_errors_are_each_used_once()
    {
        var numbers = Problems.All.Select(problem => problem.Number).Concat(RefusalCatalogue.All.Select(refusal => refusal.Number)).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(Problems.All, problem => Assert.True(problem.Number > 1000 && problem.Status is >= 400 and < 600));
        Assert.All(RefusalCatalogue.All, refusal => Assert.InRange(Problems.StatusOf(refusal), 400, 499));
    }

    [Fact]
    public async Task The_document_is_served_to_everybody()
    {
        await using var http = await CaseHttp.StartAsync();
        var reply = await http.GetAsync(null, "/openapi.json");
        Assert.Equal((200, Encoding.UTF8.GetString(OpenApiDocument.Bytes)), (reply.Status, reply.Text));
    }

    private static JsonNode? Find(string reference) =>
        reference.Split('/').Skip(1).Aggregate((JsonNode?)Document, (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : node?[name]);

    private static void AssertCurrent(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("KPR_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(RepositoryFolder.Path, file), text);
        }

        Assert.True(text == RepositoryFolder.Read(file), $"{file} is not what the program says. Write it anew: KPR_UPDATE_DOCS=1 dotnet test tests/Kpr.Functions.Tests --filter InterfaceDocument");
    }

    [GeneratedRegex("\"\\$ref\":\"([^\"]*)\"")]
    private static partial Regex References();
}

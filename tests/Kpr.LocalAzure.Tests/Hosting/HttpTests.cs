using System.Net;
using System.Net.Http.Json;
using System.Text;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using WorkerFromBody = Microsoft.Azure.Functions.Worker.Http.FromBodyAttribute;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class HttpTests
{
    [Theory]
    [InlineData("GET", "api/Plain", 200, "")]
    [InlineData("GET", "API/pLAIN", 200, "")]
    [InlineData("DELETE", "api/Plain", 200, "")]
    [InlineData("GET", "Plain", 404, "")]
    [InlineData("GET", "api/nothing", 404, "")]
    [InlineData("GET", "api/items/5", 200, "int 5 ")]
    [InlineData("GET", "api/items/5?note=hei", 200, "int 5 hei")]
    [InlineData("GET", "api/items/abc", 404, "")]
    [InlineData("POST", "api/items/5", 200, "posted 5")]
    [InlineData("PUT", "api/items/5", 404, "")]
    [InlineData("HEAD", "api/items/5", 404, "")]
    [InlineData("GET", "api/loose/7", 200, "7")]
    [InlineData("GET", "api/loose/abc", 500, "")]
    [InlineData("GET", "api/rest/a/b%20c", 200, "a/b c")]
    [InlineData("GET", "api/maybe", 200, "zz")]
    [InlineData("GET", "api/Throws", 500, "")]
    [InlineData("GET", "api/Text", 200, "")]
    [InlineData("GET", "api/Quiet", 200, "")]
    [InlineData("GET", "api/Static", 200, "static")]
    [InlineData("GET", "api/OnlyCase/x", 404, "")]
    public async Task Requests_are_routed_bound_and_answered_as_the_host_does(string method, string path, int status, string body)
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);

        using var response = await app.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("object", 200, "application/json; charset=utf-8", """{"givenName":"Ada","nothing":null,"day":1,"words":{"KEY":1}}""")]
    [InlineData("string", 200, "text/plain; charset=utf-8", "hei")]
    [InlineData("null", 204, null, "")]
    [InlineData("created", 201, "application/json; charset=utf-8", "1")]
    [InlineData("conflict", 409, "application/json; charset=utf-8", "2")]
    [InlineData("status", 418, null, "")]
    [InlineData("problem", 400, "application/problem+json; charset=utf-8", """{"title":"Nei","status":400}""")]
    [InlineData("content", 200, "text/html", "<p>")]
    [InlineData("result", 200, "application/json; charset=utf-8", """{"givenName":"Ada"}""")]
    [InlineData("own", 202, "text/csv", "a;b")]
    public async Task Results_are_written_as_ASP_NET_Core_writes_them(string kind, int status, string? type, string body)
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);

        using var response = await app.Http.GetAsync($"api/result/{kind}");

        Assert.Equal((status, type, body), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync()));
        Assert.Equal(kind == "created" ? "/api/result/1" : null, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("""{"NAME":"Ada"}""", "application/json", 200)]
    [InlineData("""{"name":""", "application/json", 500)]
    [InlineData("", "application/json", 500)]
    [InlineData("""{"name":"Ada"}""", "text/plain", 500)]
    public async Task A_body_that_cannot_be_read_is_an_error_of_the_server(string body, string type, int status)
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);

        using var response = await app.Http.PostAsync("api/Body", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "Ada" : "", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_root_shows_that_the_host_is_up()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);

        using var response = await app.Http.GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_disabled_function_is_not_found()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus, settings: new() { ["AzureWebJobs.Plain.Disabled"] = "true" });

        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("api/Plain")).StatusCode);
        Assert.DoesNotContain("Plain", app.Host.Functions);
        Assert.Contains("Static", app.Host.Functions);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);
        using var leave = new CancellationTokenSource();
        var call = app.Http.GetAsync("api/Slow", leave.Token);
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("slow begins"));
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await app.Probe.UntilAsync(probe => probe.Seen.Contains("slow cancelled"));
    }

    [Fact]
    public async Task A_body_over_the_servers_limit_is_refused_when_read()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus);

        using var response = await app.Http.PostAsync("api/Body", JsonContent.Create(new { Name = new string('x', 30_000_001) }));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

#pragma warning disable CA1822, CA1859, CA1708 // Functions are instance methods, return what functions return, and one is named badly on purpose.
    public sealed class Functions(Probe probe)
    {
        [Function("Plain")]
        public IActionResult Plain([HttpTrigger(AuthorizationLevel.Function)] HttpRequest request) => new StatusCodeResult(request.HttpContext.Response.StatusCode);

        [Function("Item")]
        public IActionResult Item([HttpTrigger("get", Route = "items/{id:int}")] HttpRequest request, int id, string? note) => Text($"int {id} {note}", request);

        [Function("PostItem")]
        public Task<IActionResult> PostItem([HttpTrigger("post", Route = "items/{id:int}")] HttpRequest request, string id) => Task.FromResult(Text($"posted {id}", request));

        [Function("Loose")]
        public ValueTask<IActionResult> Loose([HttpTrigger("get", Route = "loose/{id}")] HttpRequest request, int id) => ValueTask.FromResult(Text($"{id}", request));

        [Function("Rest")]
        public IActionResult Rest([HttpTrigger("get", Route = "rest/{*path}")] HttpRequest request, string path) => Text(path, request);

        [Function("Maybe")]
        public IActionResult Maybe([HttpTrigger("get", Route = "maybe/{b=zz}")] HttpRequest request, string b) => Text(b, request);

        [Function("Throws")]
        public IActionResult Throws([HttpTrigger] HttpRequest request) => throw new InvalidOperationException($"secret {request.Path}");

        [Function("Text")]
        public string PlainText([HttpTrigger] HttpRequest request) => $"not written {request.Path}";

        [Function("Quiet")]
        public Task Quiet([HttpTrigger] HttpRequest request) => request.Body.FlushAsync();

        [Function("Static")]
        public static IActionResult Static([HttpTrigger] HttpRequest request) => Text("static", request);

        [Function("OnlyCase")]
        public IActionResult OnlyCase([HttpTrigger("get", Route = "OnlyCase/{R}")] HttpRequest r, string R) => Text(R, r);

        [Function("Body")]
        public IActionResult Body([HttpTrigger("post")] HttpRequest request, [WorkerFromBody] Person person) => Text(person.Name, request);

        [Function("Result")]
        public object Result([HttpTrigger("get", Route = "result/{kind}")] HttpRequest request, string kind) => kind switch
        {
            "object" => new OkObjectResult(new { GivenName = "Ada", Nothing = (string?)null, Day = DayOfWeek.Monday, Words = new Dictionary<string, int> { ["KEY"] = 1 } }),
            "string" => new OkObjectResult("hei"),
            "null" => new OkObjectResult(null),
            "created" => new CreatedResult("/api/result/1", 1),
            "conflict" => new ObjectResult(2) { StatusCode = 409 },
            "status" => new StatusCodeResult(418),
            "problem" => new ObjectResult(new ProblemDetails { Title = "Nei" }) { StatusCode = 400 },
            "content" => new ContentResult { Content = "<p>", ContentType = "text/html" },
            "result" => (object)Results.Json(new { GivenName = "Ada" }),
            _ => Own(request),
        };

        [Function("Slow")]
        public async Task<IActionResult> Slow([HttpTrigger("get")] HttpRequest request, CancellationToken cancellationToken)
        {
            probe.Tell("slow begins");
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                probe.Tell("slow cancelled");
                throw;
            }

            return Text("", request);
        }

        private static EmptyResult Own(HttpRequest request)
        {
            var response = request.HttpContext.Response;
            response.StatusCode = 202;
            response.ContentType = "text/csv";
            response.WriteAsync("a;b").GetAwaiter().GetResult();
            return new EmptyResult();
        }

        private static IActionResult Text(string text, HttpRequest request) => new ContentResult { Content = text, StatusCode = request.HttpContext.Response.StatusCode };
    }

#pragma warning restore CA1822, CA1859, CA1708

    public sealed record Person(string Name);
}

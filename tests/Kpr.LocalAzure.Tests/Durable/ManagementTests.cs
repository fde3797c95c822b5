using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.LocalAzure.Tests.Durable;

public sealed class ManagementTests
{
    [Fact]
    public async Task A_start_answers_202_with_the_addresses_in_names_as_declared()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        using var http = app.Http;
        var answer = await http.PostAsync("api/start", null);
        var body = await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>();

        Assert.Equal((HttpStatusCode.Accepted, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(["Id", "StatusQueryGetUri", "SendEventPostUri", "TerminatePostUri", "SuspendPostUri", "ResumePostUri", "PurgeHistoryDeleteUri"], body!.Keys);
        Assert.Equal(body["StatusQueryGetUri"], answer.Headers.Location!.OriginalString);
        Assert.Equal($"{app.Host.Address}runtime/webhooks/durabletask/instances/{body["Id"]}?code=local", body["StatusQueryGetUri"]);
        Assert.Contains($"/instances/{body["Id"]}/raiseEvent/{{eventName}}?code=", body["SendEventPostUri"], StringComparison.Ordinal);
        Assert.Contains("/terminate?reason={{text}}&code=", body["TerminatePostUri"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_as_a_result_the_addresses_have_names_in_camel_case_and_work()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        using var http = app.Http;
        var addresses = (await (await http.PostAsync("api/payload", null)).Content.ReadFromJsonAsync<Dictionary<string, string>>())!;
        await app.IdleAsync();

        var running = await http.GetAsync(addresses["statusQueryGetUri"]);
        Assert.Equal(HttpStatusCode.Accepted, running.StatusCode);
        Assert.Equal("Running", (await running.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runtimeStatus").GetString());
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("suspendPostUri"));
        await app.IdleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await app.StatusAsync(addresses["id"]));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("resumePostUri"));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.DeleteAsync(addresses["purgeHistoryDeleteUri"])).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await http.PostAsJsonAsync(addresses["sendEventPostUri"].Replace("{eventName}", "e", StringComparison.Ordinal), "hello")).StatusCode);
        await app.IdleAsync();
        var ended = await http.GetAsync(addresses["statusQueryGetUri"]);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        Assert.Equal("hello", (await ended.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("output").GetString());
        Assert.Equal(HttpStatusCode.Gone, await PostAsync("terminatePostUri"));
        Assert.Equal(HttpStatusCode.OK, (await http.DeleteAsync(addresses["purgeHistoryDeleteUri"])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(addresses["statusQueryGetUri"])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("terminatePostUri"));

        async Task<HttpStatusCode> PostAsync(string name) => (await http.PostAsync(addresses[name].Replace("{{text}}", "why", StringComparison.Ordinal), null)).StatusCode;
    }

    [Fact]
    public async Task A_client_that_is_asked_for_as_something_else_is_an_error_with_the_analyzers_number()
    {
        using var lines = new Lines();
        await using var app = await DurableApp.StartAsync<Flows>(log: lines);
        using var http = app.Http;

        Assert.Equal(HttpStatusCode.InternalServerError, (await http.PostAsync("api/wrong", null)).StatusCode);
        Assert.Contains(lines.Thrown, thrown => thrown.Message.StartsWith("DURABLE1002: parameter 'client' of 'Wrong' is a System.String", StringComparison.Ordinal));
    }

    public sealed class Flows
    {
        [Function("Start")]
        public static async Task<HttpResponseData> StartAsync([HttpTrigger("post", Route = "start")] HttpRequestData request, [DurableClient] DurableTaskClient client) =>
            await client.CreateCheckStatusResponseAsync(request, await client.ScheduleNewOrchestrationInstanceAsync("Wait"));

        [Function("Payload")]
        public static async Task<IActionResult> PayloadAsync([HttpTrigger("post", Route = "payload")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
            new OkObjectResult(client.CreateHttpManagementPayload(await client.ScheduleNewOrchestrationInstanceAsync("Wait")));

        [Function("Wrong")]
        public static IActionResult Wrong([HttpTrigger("post", Route = "wrong")] HttpRequest request, [DurableClient] string client) => new OkObjectResult(client);

        [Function("Wait")]
        public static Task<string> WaitAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("e");
    }
}

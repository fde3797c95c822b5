using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Tests.Durable;
using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.LocalAzure.Tests.Hosting;

/// <summary>Functions see the W3C context that their trigger carries, as the worker gives it to them.</summary>
public sealed class TraceContextTests
{
    private const string Carried = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_message_carries_it_by_the_property_that_the_genuine_client_writes()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
        await bus.SendAsync("auto", new ServiceBusMessage("x") { ApplicationProperties = { ["Diagnostic-Id"] = Carried } });
        await app.IdleAsync();

        Assert.Equal([Carried], app.Probe.Seen);
    }

    [Fact]
    public async Task A_request_carries_it_by_its_header()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/traced");
        request.Headers.Add("traceparent", Carried);
        using var answer = await app.Http.SendAsync(request);

        Assert.Contains(Trace, Assert.Single(app.Probe.Seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_orchestration_keeps_it_for_its_activities_and_those_of_its_children_also_in_the_next_process(bool restart)
    {
        var app = await DurableApp.StartAsync<Flows>();
        using (var running = new Activity("start") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.SetParentId(Carried).Start())
        {
            await app.ScheduleAsync("Outer", null, "id");
        }

        await app.IdleAsync();
        await using var other = restart ? await DurableApp.StartAsync<Flows>(app.File, app.Clock, app.Probe) : null;
        await using (app)
        {
            await (other ?? app).RaiseAsync("id", "go");
            Assert.Equal(3, app.Probe.Seen.Count);
            Assert.All(app.Probe.Seen, seen => Assert.Contains(Trace, seen, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nothing_is_kept_where_nothing_is_recorded()
    {
        await using var app = await DurableApp.StartAsync<Flows>();
        await app.RunAsync("Outer", null, "id");
        await app.RaiseAsync("id", "go");

        Assert.Equal(3, app.Probe.Seen.Count);
        Assert.All(app.Probe.Seen, seen => Assert.DoesNotContain(Trace, seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_the_host_is_served_beside_the_functions()
    {
        await using var bus = new TestNamespace(QueueFunctions.Queues);
        await using var app = await TestApp.StartAsync<Functions>(bus, options => options.Pages["/about"] = http => http.Response.WriteAsync("about"));

        Assert.Equal("about", await app.Http.GetStringAsync(new Uri("about", UriKind.Relative)));
        using var posted = await app.Http.PostAsync(new Uri("about", UriKind.Relative), null);
        Assert.Equal(404, (int)posted.StatusCode);
    }

    public sealed class Functions(Probe probe)
    {
        [Function("Auto")]
        public void Auto([ServiceBusTrigger("auto", Connection = "ServiceBus")] ServiceBusReceivedMessage message, FunctionContext context) => probe.Tell(context.TraceContext.TraceParent);

        [Function("Traced")]
        public IActionResult Traced([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "traced")] HttpRequest request, FunctionContext context)
        {
            probe.Tell(context.TraceContext.TraceParent);
            return new OkResult();
        }
    }

    public sealed class Flows(Probe probe)
    {
        [Function("Outer")]
        public static async Task OuterAsync([OrchestrationTrigger] TaskOrchestrationContext context)
        {
            await context.CallActivityAsync("Note");
            await context.CallSubOrchestratorAsync("Inner");
            await context.WaitForExternalEvent<string>("go");
            await context.CallActivityAsync("Note");
        }

        [Function("Inner")]
        public static Task InnerAsync([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync("Note");

        [Function("Note")]
        public void Note([ActivityTrigger] string? nothing, FunctionContext context) => probe.Tell(context.TraceContext.TraceParent);
    }
}

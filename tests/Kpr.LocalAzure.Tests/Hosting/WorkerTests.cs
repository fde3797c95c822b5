using Kpr.LocalAzure.Tests.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kpr.LocalAzure.Tests.Hosting;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_function_class_is_made_for_each_invocation_from_its_scope_and_is_not_disposed()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus, configure: builder => builder.Services.AddScoped<Scoped>());

        var first = await app.Http.GetStringAsync("api/Scoped");
        var second = await app.Http.GetStringAsync("api/Scoped");

        Assert.Equal("True", first.Split(' ')[1]);
        Assert.NotEqual(first.Split(' ')[0], second.Split(' ')[0]);
        await app.Probe.UntilAsync(probe => probe.Seen.Count(text => text == "scoped disposed") == 2);
        Assert.DoesNotContain("functions disposed", app.Probe.Seen);
    }

    [Fact]
    public async Task Middleware_lies_around_the_function_first_added_outermost_and_sees_result_and_exception()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus, configure: builder =>
        {
            builder.Services.AddScoped<Scoped>();
            builder.UseMiddleware<Outer>();
            builder.UseWhen<Inner>(context => context.FunctionDefinition.Name == "Fails");
        });

        await app.Http.GetAsync("api/Scoped");
        await app.Http.GetAsync("api/Fails");

        Assert.Equal(
            ["outer in Scoped", "outer out ContentResult", "outer in Fails", "inner in", "inner saw InvalidOperationException", "outer saw InvalidOperationException"],
            app.Probe.Seen.Where(text => text.Contains("ner ", StringComparison.Ordinal) || text.Contains("outer", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_context_tells_of_the_function_and_the_call()
    {
        await using var bus = new TestNamespace();
        await using var app = await TestApp.StartAsync<Functions>(bus, configure: builder => builder.Services.AddScoped<Scoped>());

        var told = (await app.Http.GetStringAsync("api/context/5?q=1")).Split('|');

        Assert.True(Guid.TryParse(told[0], out _));
        Assert.Equal(["Context", "True", "True", "5", "1", "True"], told[1..]);
    }

    [Fact]
    public void Without_ASP_NET_Core_integration_an_HTTP_function_is_refused()
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Services.Configure<LocalAzure.Hosting.LocalHostOptions>(options =>
        {
            options.Assemblies.Add(typeof(WorkerTests).Assembly);
            options.Types = type => type == typeof(Functions);
        });

        Assert.Contains("AZFW0014", Assert.Throws<InvalidOperationException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_policy_on_anything_but_a_timer_is_refused()
    {
        await using var bus = new TestNamespace();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync<RetriedHttp>(bus));

        Assert.Contains("AZFW0012", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_functions_of_one_name_are_refused()
    {
        await using var bus = new TestNamespace();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync<SameName>(bus));

        Assert.Contains("AZFW0017", failure.Message, StringComparison.Ordinal);
    }

    public sealed class Scoped(Probe probe) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => probe.Tell("scoped disposed");
    }

#pragma warning disable CA1822 // Functions are instance methods.
    public sealed class Functions(Scoped scoped, Probe probe) : IDisposable
    {
        [Function("Scoped")]
        public IActionResult Run([HttpTrigger("get")] HttpRequest request, FunctionContext context) =>
            new ContentResult { Content = $"{scoped.Id} {context.InstanceServices.GetRequiredService<Scoped>() == scoped}", StatusCode = request.HttpContext.Response.StatusCode };

        [Function("Fails")]
        public Task Fails([HttpTrigger("get")] HttpRequest request) => throw new InvalidOperationException(request.Path);

        [Function("Context")]
        public IActionResult Context([HttpTrigger("get", Route = "context/{id}")] HttpRequest request, FunctionContext context) => new ContentResult
        {
            Content = string.Join(
                '|',
                context.InvocationId,
                context.FunctionDefinition.Name,
                context.FunctionId == context.FunctionDefinition.Id && uint.TryParse(context.FunctionId, out _),
                context.FunctionDefinition.EntryPoint.EndsWith("Functions.Context", StringComparison.Ordinal),
                context.BindingContext.BindingData["id"],
                context.BindingContext.BindingData["q"],
                ReferenceEquals(context.GetHttpContext(), request.HttpContext)),
        };

        public void Dispose() => probe.Tell("functions disposed");
    }
#pragma warning restore CA1822

    public sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Tell($"outer in {context.FunctionDefinition.Name}");
            try
            {
                await next(context);
                probe.Tell($"outer out {context.GetInvocationResult().Value?.GetType().Name}");
            }
            catch (InvalidOperationException exception)
            {
                probe.Tell($"outer saw {exception.GetType().Name}");
                throw;
            }
        }
    }

    public sealed class Inner(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Tell("inner in");
            try
            {
                await next(context);
            }
            catch (InvalidOperationException exception)
            {
                probe.Tell($"inner saw {exception.GetType().Name}");
                throw;
            }
        }
    }

    public sealed class RetriedHttp
    {
        [Function("Retried")]
        [FixedDelayRetry(2, "00:00:01")]
        public static IActionResult Run([HttpTrigger] HttpRequest request) => new StatusCodeResult(request.HttpContext.Response.StatusCode);
    }

    public sealed class SameName
    {
        [Function("Same")]
        public static IActionResult One([HttpTrigger] HttpRequest request) => new StatusCodeResult(request.HttpContext.Response.StatusCode);

        [Function("same")]
        public static IActionResult Two([HttpTrigger] HttpRequest request) => new StatusCodeResult(request.HttpContext.Response.StatusCode);
    }
}

using System.Diagnostics;
using System.Text.Json;
using Kpr.LocalAzure.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kpr.LocalAzure.Hosting;

/// <summary>Serves HTTP functions on Kestrel, routed and answered as the Functions host does with ASP.NET Core integration.</summary>
internal sealed class HttpFunctions(FunctionCatalogue catalogue, LocalFunctionsHost host)
{
    private const string LandingPage = "<!DOCTYPE html><html><head><title>Local functions</title></head><body><p>The local functions host is up and running.</p></body></html>";

    public static void Map(WebApplication app)
    {
        var functions = app.Services.GetRequiredService<HttpFunctions>();
        app.UseRouting();
        app.Use(functions.RefuseAsync);
        app.MapGet("/", () => Results.Content(LandingPage, "text/html")).WithMetadata(new Served());
        foreach (var (path, page) in functions.Pages)
        {
            app.MapGet(path, page).WithMetadata(new Served());
        }

        functions.MapFunctions(app);
        app.Services.GetRequiredService<DurableHttp>().Map(app, new Served());
        app.Services.GetRequiredService<LocalDurableClient>().Address = () => AddressOf(app.Services);
    }

    public static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The app has not started, so it has no address yet."));

    private IDictionary<string, RequestDelegate> Pages => host.Options.Pages;

    private void MapFunctions(WebApplication app)
    {
        foreach (var function in catalogue.Functions)
        {
            if (function.Trigger is not HttpTriggerAttribute trigger)
            {
                continue;
            }

            if (app.Services.GetService<WebIntegration>() is null)
            {
                throw new InvalidOperationException($"AZFW0014: function '{function.Name}' is started by HTTP; call ConfigureFunctionsWebApplication() on the builder.");
            }

            var route = $"{host.Options.RoutePrefix}/{(trigger.Route ?? function.Name).TrimStart('/')}".TrimStart('/');
            RequestDelegate serve = http => ServeAsync(function, http);
            var endpoint = trigger.Methods is { Length: > 0 } methods ? app.MapMethods(route, methods, serve) : app.Map(route, serve);
            endpoint.WithMetadata(new Served());
        }
    }

    /// <summary>Whatever is not a function is not found: ASP.NET Core's own endpoint for a wrong method would say 405.</summary>
    private Task RefuseAsync(HttpContext http, RequestDelegate next)
    {
        if (host.Stopped.IsCompleted)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        if (http.GetEndpoint()?.Metadata.GetMetadata<Served>() is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private async Task ServeAsync(FunctionDescriptor function, HttpContext http)
    {
        using var given = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.Runner.Cancelled);
        Invocation? invocation = null;
        invocation = new Invocation(function, http.RequestServices, BindingData(http), given.Token)
        {
            // ASP.NET Core makes an activity of the header only when somebody listens.
            TraceParent = Activity.Current is null ? (string?)http.Request.Headers.TraceParent : null,
            BindTrigger = parameter => ValueTask.FromResult<object?>(
                parameter.ParameterType == typeof(HttpRequest) ? http.Request
                : parameter.ParameterType == typeof(HttpRequestData) ? new LocalHttpRequestData(invocation!, http.Request)
                : throw new InvalidOperationException($"Function '{function.Name}' takes a {parameter.ParameterType}; an HTTP function takes an HttpRequest or HttpRequestData.")),
        };
        invocation.Items[Invocation.HttpContextKey] = http;
        switch (await host.Runner.RunAsync(invocation, AnswerAsync))
        {
            case Outcome.Died:
                http.Abort();
                break;
            case Outcome.Failed when !http.Response.HasStarted:
                http.Response.Clear();
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
        }
    }

    /// <summary>Writes a result; any other value a function returns is not written, as in the worker.</summary>
    private static Task AnswerAsync(Invocation invocation)
    {
        var http = invocation.GetHttpContext()!;
        return invocation.Result.Value switch
        {
            IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
            IResult result => result.ExecuteAsync(http),
            LocalHttpResponseData data => data.WriteToAsync(http.Response),
            _ => Task.CompletedTask,
        };
    }

    private static Dictionary<string, object?> BindingData(HttpContext http)
    {
        var query = http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Query"] = JsonSerializer.Serialize(query),
            ["Headers"] = JsonSerializer.Serialize(http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString())),
        };
        foreach (var (key, value) in query)
        {
            data[key] = value;
        }

        foreach (var (key, value) in http.Request.RouteValues)
        {
            data[key] = value;
        }

        return data;
    }

    private sealed class Served;
}

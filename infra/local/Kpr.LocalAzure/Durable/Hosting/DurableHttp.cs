using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kpr.LocalAzure.Durable;

/// <summary>The addresses of a started instance: where it stands, events, terminate, suspend, resume, purge.</summary>
internal sealed class DurableHttp(LocalDurableClient client)
{
    private const string Root = "/runtime/webhooks/durabletask/instances/{id}";

    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Serves the addresses; none of them asks for a key.</summary>
    public void Map(IEndpointRouteBuilder routes, object mark)
    {
        routes.MapGet(Root, StatusAsync).WithMetadata(mark);
        routes.MapDelete(Root, PurgeAsync).WithMetadata(mark);
        routes.MapPost(Root + "/raiseEvent/{name}", RaiseAsync).WithMetadata(mark);
        routes.MapPost(Root + "/terminate", (string id, string? reason) => TellAsync(() => client.TerminateInstanceAsync(id, reason))).WithMetadata(mark);
        routes.MapPost(Root + "/suspend", (string id, string? reason) => TellAsync(() => client.SuspendInstanceAsync(id, reason))).WithMetadata(mark);
        routes.MapPost(Root + "/resume", (string id, string? reason) => TellAsync(() => client.ResumeInstanceAsync(id, reason))).WithMetadata(mark);
    }

    private async Task<IResult> StatusAsync(string id)
    {
        if (await client.GetInstanceAsync(id, getInputsAndOutputs: true) is not { } found)
        {
            return Results.NotFound();
        }

        return Results.Json(
            new
            {
                found.Name,
                found.InstanceId,
                RuntimeStatus = found.RuntimeStatus.ToString(),
                Input = Json(found.SerializedInput),
                CustomStatus = Json(found.SerializedCustomStatus),
                Output = Json(found.SerializedOutput),
                CreatedTime = found.CreatedAt.UtcDateTime,
                LastUpdatedTime = found.LastUpdatedAt.UtcDateTime,
            },
            Camel,
            statusCode: found.IsCompleted ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private async Task<IResult> PurgeAsync(string id)
    {
        if (await client.GetInstanceAsync(id) is { IsCompleted: false })
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var purged = await client.PurgeInstanceAsync(id);
        return purged.PurgedInstanceCount == 0 ? Results.NotFound() : Results.Json(new { InstancesDeleted = purged.PurgedInstanceCount }, Camel);
    }

    private async Task<IResult> RaiseAsync(string id, string name, HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var text = await body.ReadToEndAsync();
        try
        {
            object? payload = text.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(text);
            return await TellAsync(() => client.RaiseEventAsync(id, name, payload));
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
    }

    private static async Task<IResult> TellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
            return Results.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (RpcException refusal)
        {
            return refusal.StatusCode == StatusCode.NotFound ? Results.NotFound() : Results.StatusCode(StatusCodes.Status410Gone);
        }
    }

    // The text of a failure is no JSON; it is shown as a string.
    private static object? Json(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}

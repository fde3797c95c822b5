using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Kpr.Functions.Applications.Http;

/// <summary>An answer in JSON.</summary>
/// <param name="value">What is answered.</param>
/// <param name="status">HTTP status.</param>
public sealed class JsonAnswer(object value, int status = StatusCodes.Status200OK) : ActionResult
{
    /// <summary>What is answered.</summary>
    public object Value => value;

    /// <summary>Version of the case, as the ETag; null for none.</summary>
    public long? Version { get; init; }

    /// <summary>Where more is to be had; null for none.</summary>
    public string? Location { get; init; }

    /// <summary>The ETag of a version.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        HttpJson.Guard(response);
        if (Version is { } version)
        {
            response.Headers.ETag = ETag(version);
        }

        if (Location is { } location)
        {
            response.Headers.Location = location;
        }

        return response.Body.WriteAsync(Value as byte[] ?? HttpJson.Bytes(Value), context.HttpContext.RequestAborted).AsTask();
    }
}
